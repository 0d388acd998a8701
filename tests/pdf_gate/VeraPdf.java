import java.io.File;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Asks veraPDF about files: java VeraPdf.java FLAVOUR[,FLAVOUR] FILE.pdf ...
 * Prints a line "checked, rules, flavour, file" for each, and one "failed, clause-test, message, file" for each
 * assertion that does not hold, with tabs between.
 */
public class VeraPdf {
    private static final int MOST_FAILURES = 50;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
            ValidationProfile profile = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour);
            for (int place = 1; place < arguments.length; place++) {
                check(profile, flavour, arguments[place]);
            }
        }
    }

    private static void check(ValidationProfile profile, PDFAFlavour flavour, String path) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
            PDFAValidator validator =
                Foundries.defaultInstance().createValidator(profile, MOST_FAILURES, false, false, false);
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    print("failed", rule, assertion.getMessage(), path);
                }
            }
            print("checked", String.valueOf(profile.getRules().size()), flavour.getId(), path);
        }
    }

    private static void print(String... parts) {
        for (int place = 0; place < parts.length; place++) {
            parts[place] = parts[place].replaceAll("\\s+", " ");
        }
        System.out.println(String.join("\t", parts));
    }
}
