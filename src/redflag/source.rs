//! Who says so: the documents that rules and tick texts rest on.

use std::fmt;

use serde::Serialize;

/// A document, and what is taken from it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Who wrote or published it.
    pub authority: &'static str,
    /// Its title, or the page's name.
    pub title: &'static str,
    /// Year of publication. `None`: a page without a year.
    pub year: Option<u16>,
    /// Its DOI. `None`: it has none.
    pub doi: Option<&'static str>,
    /// The authority's own address. `None`: a DOI or the title leads there.
    pub url: Option<&'static str>,
    /// What is taken from it.
    pub gives: &'static str,
    /// How it was read.
    pub read: Read,
}

/// How a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Read {
    /// On the authority's own page or in the paper.
    Original,
    /// In its published abstract or tables.
    Abstract,
    /// Only as another page quotes it: to be checked against the original.
    AsQuotedBy(&'static str),
}

impl Source {
    /// Authority and year.
    pub fn short(&self) -> String {
        match self.year {
            Some(year) => format!("{}, {year}", self.authority),
            None => self.authority.into(),
        }
    }

    /// Authority and year, and who quotes it where the original was not read.
    pub fn credit(&self) -> String {
        match self.read {
            Read::AsQuotedBy(who) => format!("{} (as quoted by {who})", self.short()),
            Read::Original | Read::Abstract => self.short(),
        }
    }
}

impl fmt::Display for Source {
    /// Writes authority, title, year, DOI, and how it was read when that was not the original.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.authority, self.title)?;
        if let Some(year) = self.year {
            write!(f, ", {year}")?;
        }
        if let Some(doi) = self.doi {
            write!(f, ", https://doi.org/{doi}")?;
        } else if let Some(url) = self.url {
            write!(f, ", {url}")?;
        }
        match self.read {
            Read::Original => Ok(()),
            Read::Abstract => f.write_str(" (read in its abstract or tables)"),
            Read::AsQuotedBy(who) => {
                write!(f, " (as quoted by {who}, to be checked against the original)")
            }
        }
    }
}

pub(crate) static NHS_BACK_PAIN: Source = Source {
    authority: "NHS (United Kingdom)",
    title: "Back pain",
    year: None,
    doi: None,
    url: Some("https://www.nhs.uk/conditions/back-pain/"),
    gives: "when to see a doctor, to ask for an urgent appointment, and to call an ambulance",
    read: Read::AsQuotedBy("redflagsymptoms.co.uk and a Sheffield physiotherapy service"),
};

pub(crate) static NHS_NECK_PAIN: Source = Source {
    authority: "NHS (United Kingdom)",
    title: "Neck pain and stiff neck",
    year: None,
    doi: None,
    url: Some("https://www.nhs.uk/conditions/neck-pain-and-stiff-neck/"),
    gives: "when to see a doctor about pain in the neck",
    read: Read::AsQuotedBy("a pharmacy's page"),
};

pub(crate) static SEED_ARTICLE: Source = Source {
    authority: "The article that this journal began with",
    title: "Upper back pain: All you need to know",
    year: Some(2020),
    doi: None,
    url: None,
    gives: "signs with which to see a doctor, and with which to see one at once",
    read: Read::Original,
};

pub(crate) static NIH_TASK_FORCE: Source = Source {
    authority: "Deyo and others, for the US National Institutes of Health",
    title: "Report of the NIH Task Force on Research Standards for Chronic Low Back Pain",
    year: Some(2014),
    doi: Some("10.1097/BRS.0000000000000434"),
    url: None,
    gives: "pain for 3 months or longer and on at least half the days of the last 6 months",
    read: Read::Abstract,
};

pub(crate) static DE_VET_EPISODES: Source = Source {
    authority: "de Vet and others, Spine",
    title: "Episodes of low back pain: a proposal for uniform definitions to be used in research",
    year: Some(2002),
    doi: Some("10.1097/01.BRS.0000030307.34002.BE"),
    url: None,
    gives: "an episode is preceded and followed by at least 1 month without pain",
    read: Read::Abstract,
};

pub(crate) static KONGSTED_COURSE: Source = Source {
    authority: "Kongsted and others, BMC Musculoskeletal Disorders",
    title: "How can latent trajectories of back pain be translated into defined subgroups?",
    year: Some(2017),
    doi: Some("10.1186/s12891-017-1644-8"),
    url: None,
    gives: "periods of pain are apart when at least 1 month at 0 lies between them",
    read: Read::Abstract,
};

pub(crate) static FARRAR_CHANGE: Source = Source {
    authority: "Farrar and others, Pain",
    title: "Clinical importance of changes in … pain intensity measured on an 11-point \
            numerical pain rating scale",
    year: Some(2001),
    doi: Some("10.1016/S0304-3959(01)00349-9"),
    url: None,
    gives: "a difference of about 2 points on a 0–10 diary is one that people notice",
    read: Read::Abstract,
};

pub(crate) static KOVACS_CHANGE: Source = Source {
    authority: "Kovacs and others, BMC Musculoskeletal Disorders",
    title: "Minimum detectable and minimal clinically important changes for pain in patients \
            with nonspecific neck pain",
    year: Some(2008),
    doi: Some("10.1186/1471-2474-9-43"),
    url: None,
    gives: "two single scores must differ by 4 points to be told apart: one night proves nothing",
    read: Read::Abstract,
};

pub(crate) static HARDING_NIGHT: Source = Source {
    authority: "Harding and others, Spine",
    title: "The symptom of night pain in a back pain triage clinic",
    year: Some(2005),
    doi: Some("10.1097/01.brs.0000176313.02258.5e"),
    url: None,
    gives: "213 of 482 people had pain at night, and none of them a serious cause",
    read: Read::Abstract,
};

pub(crate) static HSE_CHEST: Source = Source {
    authority: "HSE (Ireland)",
    title: "Chest pain",
    year: None,
    doi: None,
    url: Some("https://www2.hse.ie/conditions/chest-pain/"),
    gives: "when pain in or from the chest is an emergency",
    read: Read::Original,
};

pub(crate) static HSE_TEARING: Source = Source {
    authority: "HSE (Ireland), content supplied by the NHS",
    title: "symptoms page on sudden tearing pain",
    year: None,
    doi: None,
    // The page: …/aortic-dissection/symptoms/; no disease is named to a person here.
    url: Some("https://www2.hse.ie/conditions/"),
    gives: "sudden severe tearing pain in the chest or back is an emergency",
    read: Read::Original,
};

pub(crate) static ICHD_NECK: Source = Source {
    authority: "International Headache Society",
    title: "International Classification of Headache Disorders, 3rd edition, 6.5.1.1",
    year: Some(2018),
    doi: None,
    url: Some("https://ichd-3.org/"),
    gives: "sudden one-sided neck or head pain unlike any before is an emergency",
    read: Read::Original,
};

pub(crate) static GPONLINE_NECK: Source = Source {
    authority: "GPonline",
    title: "Neck pain - red flag symptoms",
    year: None,
    doi: None,
    url: Some(
        "https://www.gponline.com/neck-pain-red-flag-symptoms/pain/musculoskeletal/article/1149841",
    ),
    gives: "stiff neck with severe headache, fever or rash; swollen glands; dizziness",
    read: Read::Original,
};

pub(crate) static ROYAL_FREE_HANDS: Source = Source {
    authority: "Royal Free London NHS Foundation Trust",
    title: "patient page on clumsy hands and unsteady walking with neck pain",
    year: None,
    doi: None,
    url: None,
    gives: "clumsy hands, unsteady walking, and when both together are an emergency",
    read: Read::Original,
};

pub(crate) static NORFOLK_BACK: Source = Source {
    authority: "Norfolk and Waveney Community Health (NHS)",
    title: "Got back pain?",
    year: None,
    doi: None,
    url: Some(
        "https://norfolkandwaveneycommunityhealth.nhs.uk/msk/refer-yourself/systmconnect/got-back-pain/",
    ),
    gives: "new changes of bladder, bowel, feeling or sexual function belong in an emergency \
            department",
    read: Read::Original,
};

pub(crate) static PRIMARY_CARE_NOTEBOOK: Source = Source {
    authority: "Primary Care Notebook",
    title: "Red flags in neck pain",
    year: None,
    doi: None,
    url: Some("https://primarycarenotebook.com/pages/rheumatology/red-flags-in-neck-pain"),
    gives: "weakness, an electric shock on bending the neck, dizziness, tenderness over the bone",
    read: Read::Original,
};

pub(crate) static NICE_NG65: Source = Source {
    authority: "NICE (United Kingdom)",
    title: "NG65, criteria for referral of low back pain that began before 45",
    year: Some(2017),
    doi: None,
    url: Some("https://www.nice.org.uk/guidance/ng65"),
    gives: "stiff mornings that ease with moving",
    read: Read::AsQuotedBy("NHS Scotland, Right Decisions"),
};

pub(crate) static IFOMPT_FRAMEWORK: Source = Source {
    authority: "Finucane and others, for IFOMPT",
    title: "International Framework for Red Flags for Potential Serious Spinal Pathologies",
    year: Some(2020),
    doi: Some("10.2519/jospt.2020.9971"),
    url: None,
    gives: "one sign alone says little; several together, and what the person brings, raise concern",
    read: Read::Abstract,
};

pub(crate) static IASP_ICD11: Source = Source {
    authority: "International Association for the Study of Pain",
    title: "Definitions of pain syndromes in ICD-11",
    year: None,
    doi: None,
    url: Some("https://www.iasp-pain.org/advocacy/definitions-of-chronic-pain-syndromes/"),
    gives: "pain that persists or recurs for more than 3 months",
    read: Read::Original,
};

pub(crate) static HENSCHKE_FLAGS: Source = Source {
    authority: "Henschke and others, Arthritis and Rheumatism",
    title: "Prevalence of and screening for serious spinal pathology in patients presenting to primary care settings with acute low back pain",
    year: Some(2009),
    doi: Some("10.1002/art.24853"),
    url: None,
    gives: "80.4 % of 1,172 people had at least one sign and 0.9 % a serious cause; age over 70, injury and long use of steroids told them apart",
    read: Read::Abstract,
};

pub(crate) static NICE_NG234: Source = Source {
    authority: "NICE (United Kingdom)",
    // The guideline names the illness; no disease is named to a person here.
    title: "NG234, guideline on pain and weakness that come after an earlier illness",
    year: Some(2023),
    doi: None,
    url: Some("https://www.nice.org.uk/guidance/ng234"),
    gives: "after that illness, which pain is to be looked at within 24 hours and which signs at once",
    read: Read::AsQuotedBy("South Tees Hospitals and NHS Scotland, Right Decisions"),
};

pub(crate) static NORTHERN_TRUST: Source = Source {
    authority: "Northern Health and Social Care Trust (Northern Ireland)",
    title: "Low back pain",
    year: None,
    doi: None,
    url: Some("https://www.northerntrust.hscni.net/"),
    gives: "a small injury with thin bones, long use of steroids or in older people; pregnancy",
    read: Read::Original,
};

pub(crate) static G_CARE: Source = Source {
    authority: "G-care, NHS Gloucestershire",
    title: "Red flags of back pain",
    year: None,
    doi: None,
    url: Some("https://g-care.glos.nhs.uk/pathway/71/resource/3"),
    gives: "infection, injected drugs, weak immunity; no improvement after one month",
    read: Read::Original,
};

pub(crate) static ARUK_NECK: Source = Source {
    authority: "Arthritis Research UK",
    title: "Neck pain, an information leaflet",
    year: None,
    doi: None,
    url: None,
    gives: "most neck pain is better after about 4 to 6 weeks",
    read: Read::AsQuotedBy("a document-sharing site"),
};

pub(crate) static BOONSTRA_SEVERE: Source = Source {
    authority: "Boonstra and others, Frontiers in Psychology",
    title: "Cut-off points for mild, moderate, and severe pain on the numeric rating scale",
    year: Some(2016),
    doi: Some("10.3389/fpsyg.2016.01466"),
    url: None,
    gives: "where severe pain begins: 7 or 8 of 10, by person and by study",
    read: Read::Abstract,
};

pub(crate) static WEIGHT_REVIEW: Source = Source {
    authority: "A4Medicine",
    title: "Unexpected weight loss, a summary for general practice",
    year: None,
    doi: None,
    url: None,
    gives: "5 % or more in 6 to 12 months matters",
    read: Read::Original,
};

pub(crate) static NHS_IBUPROFEN: Source = Source {
    authority: "NHS (United Kingdom)",
    title: "Who may not be able to take ibuprofen",
    year: None,
    doi: None,
    url: Some("https://www.nhs.uk/medicines/ibuprofen-for-adults/"),
    gives: "with what to ask a pharmacist or doctor first",
    read: Read::AsQuotedBy("two news pages"),
};

pub(crate) static AHP_SUFFOLK: Source = Source {
    authority: "Allied Health Professionals Suffolk (NHS)",
    title: "Neck pain",
    year: None,
    doi: None,
    url: Some("https://ahpsuffolk.co.uk/"),
    gives: "to seek advice when such medicines are needed for more than about two weeks",
    read: Read::Original,
};

pub(crate) static NHS_BRISTOL_HANDS: Source = Source {
    authority: "North Bristol NHS Trust",
    title: "patient page on the same signs of hands and legs",
    year: None,
    doi: None,
    url: None,
    gives: "an electric shock on bending the neck, clumsy hands, heavy legs",
    read: Read::Original,
};

pub(crate) static CHRISTIE_SIGNS: Source = Source {
    authority: "The Christie NHS Foundation Trust",
    // The page is that on the illness itself, for staff; no disease is named to a person here.
    // https://www.southtees.nhs.uk/staff-area/resources/metastatic-spinal-cord-compression/
    title: "signs in the back and legs that are to be reported after an earlier illness",
    year: None,
    doi: None,
    url: None,
    gives: "several signs together matter more than one, and make it more urgent",
    read: Read::AsQuotedBy("South Tees Hospitals"),
};

pub(crate) static ANDROID_NUMBERS: Source = Source {
    authority: "Android Open Source Project",
    title: "table of emergency numbers by country (ecc/input/eccdata.txt)",
    year: None,
    doi: None,
    url: Some("https://android.googlesource.com/platform/packages/services/Telephony"),
    gives: "the numbers that a phone knows as those of emergencies in a country",
    read: Read::AsQuotedBy("a copy of it in GrapheneOS"),
};

pub(crate) static PROJECT_CHOICE: Source = Source {
    authority: "This project's own choice",
    title: "general knowledge, not checked in a source",
    year: None,
    doi: None,
    url: None,
    gives: "whom to call, and numbers that nobody has published",
    read: Read::Original,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_says_how_it_was_read() {
        assert_eq!(
            HARDING_NIGHT.to_string(),
            "Harding and others, Spine: The symptom of night pain in a back pain triage clinic, \
             2005, https://doi.org/10.1097/01.brs.0000176313.02258.5e (read in its abstract or \
             tables)"
        );
        assert!(NHS_BACK_PAIN.to_string().ends_with("to be checked against the original)"));
        assert_eq!(HARDING_NIGHT.credit(), "Harding and others, Spine, 2005");
        assert_eq!(
            CHRISTIE_SIGNS.credit(),
            "The Christie NHS Foundation Trust (as quoted by South Tees Hospitals)"
        );
    }
}
