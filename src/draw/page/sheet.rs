//! How a page looks in a browser, on a phone and printed.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::draw::backend::Hex;
use crate::draw::page::document::Paper;
use crate::draw::theme;

/// The fonts as browsers read them, with fewer letters than those for PDF: a browser has others.
const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.latin.woff2");
const SEMI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.latin.woff2");

/// The rules, without sizes of paper and colours. A screen below 640 px shows one column, and the
/// drawing that was made for it; a table that is wider is pushed to the side.
const STYLES: &str = "\
*{box-sizing:border-box}\
html{color-scheme:light;-webkit-text-size-adjust:100%;text-size-adjust:100%}\
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 Inter,system-ui,\
-apple-system,'Segoe UI','Helvetica Neue',Arial,sans-serif;overflow-wrap:anywhere}\
main,footer{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem}\
footer{color:var(--quiet);font-size:.8rem;padding-top:0}\
h1,h2{line-height:1.25;font-weight:600}\
h1{font-size:1.9rem;margin:0}\
h2{font-size:1.15rem;margin:1.6rem 0 .4rem}\
p,ul,ol{margin:.4rem 0}\
ul,ol{padding-left:1.6rem}\
ol>li::marker,strong{font-weight:600}\
.quiet,thead{color:var(--quiet)}\
.alarm{color:var(--warning)}\
.small{font-size:.8rem}\
.right{text-align:right}\
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);\
white-space:nowrap}\
hr{border:0;border-top:2px solid var(--ink);margin:.6rem 0}\
figure{margin:1rem 0}\
figure svg{display:block;width:100%;height:auto}\
.narrow{display:none}\
.scroll{overflow-x:auto;margin:.8rem 0;position:relative}\
table{border-collapse:collapse;width:100%}\
th,td{text-align:left;vertical-align:top;font-weight:400;padding:.3rem 1rem .3rem 0;\
border-bottom:1px solid var(--rule)}\
th:last-child,td:last-child{padding-right:0}\
thead th{border-color:var(--axis);overflow-wrap:normal}\
.end,th.end{text-align:right}\
.number{font-variant-numeric:tabular-nums;white-space:nowrap}\
td svg{vertical-align:middle;max-width:100%;min-width:6rem;height:auto}\
.warning{border-left:4px solid var(--warning);padding-left:.9rem;margin:1rem 0}\
.columns{display:grid;grid-template-columns:var(--shares);gap:0 2rem;margin:.8rem 0}\
.columns>div{min-width:0}\
.columns>div>:first-child{margin-top:0}\
.at-end{align-items:end}\
@media screen and (max-width:40rem){\
main,footer{padding:1rem}\
h1{font-size:1.5rem}\
.wide{display:none}\
.narrow,.columns{display:block}\
.columns>div+div{margin-top:.8rem}\
.right{text-align:left}\
tbody th{min-width:9rem}\
th,td{padding-right:.6rem}\
td svg{min-width:4rem}\
}\
@media print{\
html{font-size:8.6pt}\
body{line-height:1.34}\
main,footer{max-width:none;padding:0}\
footer{margin-top:.4rem}\
h1{font-size:1.9rem}\
h2{margin:.7rem 0 .2rem}\
p,ul,ol{margin:.25rem 0}\
hr{margin:.3rem 0}\
figure,.scroll,.warning,.columns{margin:.4rem 0}\
th,td{padding-top:.15rem;padding-bottom:.15rem}\
figure,tr,li,.warning{break-inside:avoid}\
h1,h2{break-after:avoid}\
tbody tr:first-child{break-before:avoid}\
p,li{orphans:2;widows:2}\
thead{display:table-header-group}\
.turn{break-after:page}\
.scroll{overflow:visible}\
td svg{width:auto;min-width:0;height:1.4em}\
.warning{border-left-width:2.4pt}\
}";

/// Returns the style sheet of a page, fonts included.
pub(super) fn sheet(paper: Paper) -> String {
    let mut sheet = String::with_capacity(64 * 1024);
    for (weight, bytes) in [(400, REGULAR), (600, SEMI_BOLD)] {
        let data = BASE64_STANDARD.encode(bytes);
        // Writing into a String cannot fail.
        writeln!(
            sheet,
            "@font-face{{font-family:Inter;font-weight:{weight};\
             src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
        .unwrap_or_default();
    }
    let size = match paper {
        Paper::A4 => "A4",
        Paper::Letter => "letter",
    };
    let colours = [
        ("paper", theme::PAPER),
        ("ink", theme::INK),
        ("quiet", theme::QUIET),
        ("rule", theme::GRID),
        ("axis", theme::AXIS),
        ("warning", theme::WARNING),
    ];
    sheet.push_str(":root{");
    for (name, colour) in colours {
        write!(sheet, "--{name}:{};", Hex(colour)).unwrap_or_default();
    }
    write!(sheet, "}}\n@page{{size:{size};margin:10mm 14mm}}\n{STYLES}").unwrap_or_default();
    sheet
}
