"""Names of stakeholders as they come up in sessions with municipalities: 8 to 45 letters, long words, accents."""

import random

from facilitator.domain.language import Language

ENGLISH = """
Mayor's Office|Councillor for the North Ward|Standing Committee on Infrastructure|Chief Administrative Officer
Commissioner, Community Services|Planning and Development|Supervisor, By-law Enforcement|Building inspectors
Recreation counter staff at Lakeview Arena|311 call-centre agents|Information Technology Services|Town Clerk
Records and Information Management|Accessibility Coordinator|Cybersecurity analyst|Corporate Communications
Purchasing and Supply|Professional Managers' Association|CUPE Local 87|Thunder Valley Public Library
Transit Advisory Committee|Lakehead-area Conservation Authority|Housing Services Corporation|Youth council
Newcomers' settlement circle|Seniors living alone|Francophone residents / Francophones
People without home internet|People who applied for a permit last year|Tenants in low-rise buildings
Indigenous Friendship Centre|Métis Council, Superior North Shore|Fort William First Nation|Neighbouring townships
Association of Municipalities|Ministry of Municipal Affairs and Housing|Information and Privacy Commissioner
Ministry of Public and Business Services|Real estate lawyers|Chamber of Commerce|Small home builders
Regional developers' round table|Incumbent permit software supplier|Engineering consultants|Telecom carrier
Food bank network|Civic Tech meet-up|Disability Resource Centre|Heritage society|Regional Health Unit
Neighbourhood associations coalition|Hydro distribution company|Fire and Emergency Partners|Confederation College
Lakehead District School Board|Chronicle-Journal newsroom|University planning department|Community foundation
Peer municipalities (communauté de pratique)|Graduate researcher on service design|Finance and payroll
Provincial audit and accountability fund|Downtown Business Improvement Area|Snow-clearing contractors
Intergovernmental relations adviser|Parks and Forestry crews|Water treatment plant operators|Legal Services
Volunteer firefighters' association|Electrical Safety Authority|Cycling and walking coalition|Taxi companies
Multicultural interpretation service|Telecommunications tower operators|Cottagers' federation|Airport Authority
Developmental services organizations|Student union, Confederation College|Farmers' market vendors|Insurance broker
Emergency preparedness coordinator|Office of the Fire Marshal|Railway right-of-way managers|Cemetery trustees
Cross-border shoppers and tourists|Social services administration board|Geographic information systems team
Commercial property owners|Homeless outreach workers|Local radio stations|Archives and museum volunteers
Regional waste-management authority|Ombudsperson's office|Treasury Board Secretariat|Land surveyors|Pharmacists
Parents of school-aged children|Utility locate service|Provincial police detachment|Short-term rental hosts
Environmental assessment practitioners|Open data volunteers|Faith communities' council|Shoreline property owners
Apprenticeship and trades training centre|Municipal Property Assessment Corporation|Early childhood educators
Immigration partnership council|Urban Indigenous youth collective|Harbour commission|Noise-complaint callers
Accounting firm (external auditors)|Long-term care home families|Night-shift workers|Waterfront trail users
"""

FRENCH = """
Cabinet de la mairesse|Conseillère du quartier Saint-Étienne|Commission permanente des infrastructures|Greffe municipal
Direction générale de la municipalité|Service de l'urbanisme|Inspectrices et inspecteurs en bâtiment
Préposés au comptoir de l'aréna|Centre d'appels 3-1-1|Technologies de l'information|Trésorerie municipale
Gestion documentaire et archives|Responsable de l'accessibilité universelle|Communications et relations publiques
Approvisionnement et contrats|Syndicat des cols bleus regroupés|Syndicat canadien de la fonction publique
Bibliothèque Gabrielle-Roy|Comité consultatif en transport collectif|Office municipal d'habitation|Aînés isolés
Office de protection de la nature|Table de concertation jeunesse|Nouveaux arrivants et leurs familles
Résidents sans accès à Internet|Personnes ayant demandé un permis|Locataires d'immeubles à logements
Centre d'amitié autochtone|Conseil de la Nation huronne-wendat|Municipalité régionale de comté|Élus des MRC voisines
Union des municipalités du Québec|Ministère des Affaires municipales|Commission d'accès
Ministère de la Cybersécurité et du Numérique|Notaires et évaluateurs agréés|Chambre de commerce et d'industrie
Petits constructeurs d'habitations|Promoteurs immobiliers de la région|Fournisseur du logiciel de permis
Firmes d'ingénierie-conseil|Exploitant de télécommunications|Moisson régionale|Société d'histoire et du patrimoine
Regroupement des personnes handicapées|Centre de santé et de services sociaux|Hydro-Québec
Associations de quartier|Service de sécurité incendie|Cégep de Sainte-Foy|Centre de services scolaire
Journal Le Quotidien|École supérieure d'aménagement du territoire|Fondation communautaire|Cyclistes quotidiens
Réseau des villes et villages numériques|Chercheuse en design de services|Vérificatrice générale
Société de développement commercial|Entrepreneurs en déneigement|Conseillère en affaires intergouvernementales
Équipes des parcs et de la foresterie|Exploitants de l'usine d'épuration|Contentieux de la Ville
Pompiers à temps partiel|Régie du bâtiment|Coalition pour la mobilité durable|Compagnies de taxi
Interprètes communautaires|Maison de la culture
Propriétaires de tours de télécommunication|Fédération des villégiateurs|Aéroport international Jean-Lesage
Organismes en déficience intellectuelle|Association étudiante|Maraîchers du marché public|Courtiers d'assurance
Coordonnatrice des mesures d'urgence|Propriétaires d'immeubles commerciaux|Travailleuses de rue|Radios locales
Bénévoles du musée|Régie de gestion des matières résiduelles|Protecteur du citoyen
Secrétariat du Conseil du trésor|Arpenteurs-géomètres|Parents d'élèves du primaire|Sûreté du Québec
Hôtes de location à court terme|Évaluation environnementale stratégique|Militants des données ouvertes
Communautés religieuses|Riverains du lac Saint-Charles|Centre de formation professionnelle|Éducatrices à l'enfance
Géomatique et cartographie|Comité d'accueil des immigrants|Collectif de la jeunesse autochtone urbaine
Administration portuaire|Vérificateurs externes|Familles de résidents en CHSLD|Travailleurs de nuit
Usagers de la promenade du littoral|Observatoire de la transition énergétique|Coopérative de câblodistribution
Assureurs municipaux mutualistes|Écocentre et friperie|Maison des jeunes L'Éveil|Ordre des architectes
"""


def names(count: int, language: Language, seed: int = 0) -> list[str]:
    """So many different ones in a random order; every third of another language, as on bilingual boards."""
    chance = random.Random(seed)
    own, other = (_list(ENGLISH), _list(FRENCH)) if language == "en" else (_list(FRENCH), _list(ENGLISH))
    few = min(count // 3, len(other))
    found = chance.sample(own, min(count - few, len(own))) + chance.sample(other, few)
    chance.shuffle(found)
    return found


def _list(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", "|").split("|") if name.strip()]
