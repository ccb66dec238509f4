//! How people say what the tables name otherwise: which words mean one thing, which are left out,
//! and what else they say of each warning sign.

/// Words that mean one thing here, the first of them standing for all. Endings do not matter.
pub(super) static SAME: &[&[&str]] = &[
    &["bum", "saddle", "bottom", "buttock", "backside", "butt", "arse", "ass", "behind"],
    &["genital", "genitalia", "private", "groin", "crotch", "penis", "vagina", "vulva", "testicle"],
    &["genital", "testes", "scrotum", "ball", "labia", "clitoris", "perineum", "willy", "dick"],
    &["numb", "deaden", "desensitised"],
    &["tingle", "tingly", "prickle", "prickly"],
    &["pee", "peed", "wee", "weed", "urine", "urinate", "piss", "bladder", "incontinent"],
    &["pee", "incontinence"],
    &["poo", "poop", "bowel", "stool", "faeces", "feces", "shit", "crap"],
    &["struggle", "trouble", "difficult", "difficulty", "hard", "cant", "couldnt"],
    &["struggle", "unable", "problem"],
    &["weak", "weaker", "feeble"],
    &["arm", "hand", "finger", "thumb", "wrist", "elbow", "forearm"],
    &["leg", "foot", "toe", "calf", "shin", "knee", "ankle"],
    &["sex", "sexual"],
    &["tear", "rip"],
    &["headache", "migraine"],
    &["speech", "speak", "slur"],
    &["droop", "drooped"],
    &["fever", "temperature", "feverish", "chill", "pyrexia"],
    &["unwell", "poorly", "ill"],
    &["loss", "lose", "lost"],
    &["lump", "bump"],
    &["swell", "swollen"],
    &["shape", "crooked", "deformed", "hump", "hunch"],
    &["rest", "lie", "lying", "lay"],
    &["wake", "woke", "woken", "awake"],
    &["sleep", "slept", "asleep"],
    &["cough", "coughed"],
    &["painkiller", "tablet", "pill", "medicine", "medication", "ibuprofen", "paracetamol"],
    &["painkiller", "aspirin", "meds"],
    &["shock", "zap", "jolt", "lightning"],
    &["move", "turn", "twist", "rotate", "bend", "tilt"],
    &["dizzy", "giddy", "lightheaded", "vertigo", "woozy"],
    &["clumsy", "fumble"],
    &["unsteady", "wobbly", "unstable"],
    &["gland", "node"],
    &["cope", "manage"],
    &["worry", "worried", "anxious", "anxiety", "afraid", "scared"],
    &["suicide", "suicidal", "die", "kill", "overdose", "overdosed"],
    &["despair", "hopeless"],
    &["paralyse", "paralysis", "paralyze"],
    &["faint", "unconscious"],
    &["morning", "mornings"],
    &["pain", "hurt", "ache", "sore", "agony"],
];

/// Several words in a row that mean something of their own, and the words that stand for them;
/// `not` says that it is not there.
pub(super) static PHRASES: &[(&[&str], &[&str])] = &[
    (&["pins", "and", "needles"], &["tingle"]),
    (&["pins", "needles"], &["tingle"]),
    (&["cant", "feel"], &["numb"]),
    (&["no", "feeling"], &["numb"]),
    (&["no", "sensation"], &["numb"]),
    (&["loss", "of", "feeling"], &["numb"]),
    (&["loss", "of", "sensation"], &["numb"]),
    (&["lost", "feeling"], &["numb"]),
    (&["lost", "all", "feeling"], &["numb"]),
    (&["lost", "sensation"], &["numb"]),
    (&["less", "feeling"], &["numb"]),
    (&["gone", "to", "sleep"], &["numb"]),
    (&["goes", "to", "sleep"], &["numb"]),
    (&["went", "to", "sleep"], &["numb"]),
    (&["is", "asleep"], &["numb"]),
    (&["gone", "dead"], &["numb"]),
    (&["goes", "dead"], &["numb"]),
    (&["went", "dead"], &["numb"]),
    (&["between", "my", "legs"], &["genital"]),
    (&["between", "the", "legs"], &["genital"]),
    (&["between", "legs"], &["genital"]),
    (&["private", "parts"], &["genital"]),
    (&["private", "part"], &["genital"]),
    (&["inner", "thighs"], &["genital"]),
    (&["inner", "thigh"], &["genital"]),
    (&["inside", "of", "my", "thighs"], &["genital"]),
    (&["insides", "of", "my", "thighs"], &["genital"]),
    (&["down", "below"], &["genital"]),
    (&["down", "there"], &["genital"]),
    (&["balls", "of", "my", "feet"], &["feet"]),
    (&["ball", "of", "my", "foot"], &["foot"]),
    (&["not", "able"], &["struggle"]),
    (&["cant", "stop"], &[]),
    (&["cant", "see"], &["blind"]),
    (&["lost", "vision"], &["blind"]),
    (&["lost", "my", "vision"], &["blind"]),
    (&["lost", "my", "sight"], &["blind"]),
    (&["passed", "out"], &["faint"]),
    (&["pass", "out"], &["faint"]),
    (&["passing", "out"], &["faint"]),
    (&["blacked", "out"], &["faint"]),
    (&["black", "out"], &["faint"]),
    (&["blacking", "out"], &["faint"]),
    (&["lost", "control"], &["control"]),
    (&["lost", "all", "control"], &["control"]),
    (&["wet", "myself"], &["pee"]),
    (&["wetting", "myself"], &["pee"]),
    (&["soiled", "myself"], &["poo"]),
    (&["head", "pain"], &["headache"]),
    (&["short", "of", "breath"], &["breathless"]),
    (&["cant", "breathe"], &["breathless"]),
    (&["turn", "my", "head"], &["move", "neck"]),
    (&["turning", "my", "head"], &["move", "neck"]),
    (&["move", "my", "head"], &["move", "neck"]),
    (&["moving", "my", "head"], &["move", "neck"]),
    (&["on", "my", "feet"], &[]),
    (&["without", "trying"], &["trying"]),
    (&["shoulder", "blades"], &["upper", "back"]),
    (&["seeing", "double"], &["double", "vision"]),
    (&["see", "double"], &["double", "vision"]),
    (&["harm", "myself"], &["self", "harm"]),
    (&["harming", "myself"], &["self", "harm"]),
    // By accident, or on purpose.
    (&["hurt", "myself"], &["harm"]),
    (&["hurting", "myself"], &["harm"]),
    (&["cut", "myself"], &["suicide"]),
    (&["cutting", "myself"], &["suicide"]),
    (&["end", "it", "all"], &["suicide"]),
    (&["end", "it"], &["suicide"]),
    (&["it", "to", "end"], &["suicide"]),
    (&["end", "my", "life"], &["suicide"]),
    (&["ending", "my", "life"], &["suicide"]),
    (&["take", "my", "life"], &["suicide"]),
    (&["take", "my", "own", "life"], &["suicide"]),
    (&["dont", "want", "to", "be", "here"], &["suicide"]),
    (&["not", "want", "to", "be", "here"], &["suicide"]),
    (&["dont", "want", "to", "live"], &["suicide"]),
    (&["not", "want", "to", "live"], &["suicide"]),
    (&["dont", "want", "to", "wake", "up"], &["suicide"]),
    (&["dont", "want", "to", "be", "alive"], &["suicide"]),
    (&["no", "reason", "to", "live"], &["suicide"]),
    (&["better", "off", "dead"], &["suicide"]),
    (&["better", "off", "without", "me"], &["suicide"]),
    (&["be", "dead"], &["suicide"]),
    (&["was", "dead"], &["suicide"]),
    (&["were", "dead"], &["suicide"]),
    (&["cant", "go", "on"], &["despair"]),
    (&["cant", "take", "it"], &["despair"]),
    (&["cant", "take", "this"], &["despair"]),
    (&["cant", "take", "any", "more"], &["despair"]),
    (&["cant", "take", "anymore"], &["despair"]),
    (&["cant", "do", "this"], &["despair"]),
    (&["had", "enough"], &["despair"]),
    (&["no", "hope"], &["despair"]),
    (&["killing", "me"], &["pain"]),
    (&["feeling", "down"], &["sad"]),
    (&["feel", "down"], &["sad"]),
    (&["not", "help"], &["unhelped"]),
    (&["not", "helped"], &["unhelped"]),
    (&["not", "helping"], &["unhelped"]),
    (&["doesnt", "help"], &["unhelped"]),
    (&["dont", "help"], &["unhelped"]),
    (&["didnt", "help"], &["unhelped"]),
    (&["havent", "helped"], &["unhelped"]),
    (&["isnt", "helping"], &["unhelped"]),
    (&["arent", "helping"], &["unhelped"]),
    (&["isnt", "working"], &["unhelped"]),
    (&["arent", "working"], &["unhelped"]),
    (&["no", "help"], &["unhelped"]),
    (&["not", "work"], &["unhelped"]),
    (&["not", "working"], &["unhelped"]),
    (&["doesnt", "work"], &["unhelped"]),
    (&["dont", "work"], &["unhelped"]),
    (&["didnt", "work"], &["unhelped"]),
    (&["no", "relief"], &["unhelped"]),
    (&["no", "difference"], &["unhelped"]),
    (&["no", "better"], &["unhelped"]),
    (&["not", "better"], &["unhelped"]),
    (&["not", "get", "better"], &["unhelped"]),
    (&["not", "getting", "better"], &["unhelped"]),
    (&["isnt", "getting", "better"], &["unhelped"]),
    (&["doesnt", "get", "better"], &["unhelped"]),
    (&["never", "gets", "better"], &["unhelped"]),
    (&["stopped", "working"], &["unhelped"]),
    (&["went", "away"], &["not"]),
    (&["gone", "away"], &["not"]),
    (&["cleared", "up"], &["not"]),
];

/// What is said so often, or of something so grave, that no sum of words decides it: the signs
/// by their ids, and the words that are all said of them. One sign is taken, of several the
/// person is asked. Of two rows the one with more words holds.
pub(super) static SAID: &[(&[&str], &[&str])] = &[
    (
        &["saddle-numbness"],
        &["numb genital", "tingle genital", "numb bum", "tingle bum", "numb wipe", "tingle wipe"],
    ),
    (&["sexual-function"], &["numb genital erection"]),
    (&["bladder-bowel"], &["struggle pee", "struggle poo", "pee numb", "poo numb"]),
    (
        &["legs-both", "limb-weakness", "unsteady-walking", "severe-struggling"],
        &["struggle walk", "paralysed", "struggle move legs", "struggle move leg", "legs unhelped"],
    ),
    (
        &["chest-tight", "chest-pain"],
        &["chest crushing", "chest sweat", "arm sweat", "jaw sweat", "heart attack"],
    ),
    (&["sudden-headache", "dizzy-neck"], &["faint", "collapse", "blind", "swallow struggle"]),
    (&["clumsy-hands"], &["drop things"]),
    (&["self-harm", "cannot-cope"], &["despair"]),
];

/// What happened and is no sign: the event by its id, and the words for it.
pub(super) static HAPPENED: &[(&str, &str)] = &[
    ("accident", "accident crash crashed whiplash collision"),
    ("fall", "fell fall fallen"),
    ("injury", "injury injured"),
];

/// Names of signs that beside another name only describe it: "weak bladder" is one thing.
pub(super) static DESCRIBING: &str = "weak weakness clumsy unsteady tearing night woken heart";

/// Words that say that it is not there, where no phrase has them.
pub(super) static NEGATIONS: &str = "\
    no not never without none nothing isnt arent wasnt dont doesnt didnt hasnt havent hadnt wont \
    deny denied better stopped resolved vanished disappeared subsided cured";

/// After "gone" these, or nothing, say that it is not there; "gone numb" says that it is.
pub(super) static AFTER_GONE: &str = "now today again completely since yesterday thankfully";

/// Words that are in so many signs that they alone mean none.
pub(super) static COMMON: &[&str] = &["pain", "back", "neck", "struggle", "fine"];

/// Words that say nothing of which sign it is.
pub(super) static LEFT_OUT: &str = "\
    a an the this that these it its i im ive me my mine myself you your yourself he she his her \
    is are was were be been am being of in on at to into from for and or but so very really \
    quite bit little lot when while if as than then with have has had having do does did get \
    gets got getting gone go goes going feel feels felt feeling like there here up down out \
    round around over between side left right one some any all new newly now today yesterday \
    tonight since second minute minutes hour hours day days week weeks month months year years \
    monday tuesday wednesday thursday friday saturday sunday ago last still again always \
    sometimes often just also too keep keeps kept keeping start started began bad badly awful \
    terrible horrible severe worse more most much ever life who what make makes made give gives \
    because by after before during every each time think seem seems half can could will would \
    usual generally through want affected anymore longer";

/// What else people say of a sign. None of these words alone is read as the sign; they tell which
/// to offer.
pub(super) static SAID_OF: &[(&str, &str)] = &[
    ("saddle-numbness", "wiping wipe seat"),
    ("bladder-bowel", "toilet loo leak hold soil constipated wet"),
    ("legs-both", "paralysed walk move"),
    ("sexual-function", "sex orgasm impotent impotence"),
    ("chest-pain", "ribs breastbone"),
    ("chest-tight", "heart attack clot palpitations pressure lung breathe breath crush crushing"),
    ("tearing-pain", "stab stabbing"),
    ("sudden-headache", "stroke faint fainted explode blackout"),
    ("stiff-neck-fever", "light bright meningitis confused"),
    ("fever-unwell", "shiver shivering shake shaking sweat hot cold flu sick tired"),
    ("weight-loss", "thin thinner skinny clothes loose appetite"),
    ("lump-shape", "bent curved spine"),
    ("no-rest-relief", "sit bed"),
    ("worse-at-night", "sleep bed dark"),
    ("strain-pain", "toilet laugh laughing push pushing"),
    ("severe-struggling", "unbearable work dress walk move"),
    ("limb-weakness", "lift grip drop drops dropping strength gives way"),
    ("clumsy-hands", "shake shaking tremble drop drops dropping shirt type typing fine"),
    ("unsteady-walking", "balance stumble trip trips walk limp feet fall falling gives way"),
    ("neck-shock", "spine"),
    ("dizzy-neck", "faint fainted spinning blurred blurry eyes head"),
    ("arm-tingle", "cold"),
    ("not-controlled", "strong"),
    ("glands-bone", "lymph armpit touch press neck lump"),
    ("cannot-cope", "depressed despair sad stress stressed low alone"),
    ("self-harm", "live living alive dead"),
    ("morning-stiffness", "wake rusty"),
];
