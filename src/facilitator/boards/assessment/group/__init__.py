"""The anonymous summary of what several organizations said in their 1:1 assessments."""
