/**
 * Countries and regions, one a line: alpha-3|alpha-2|numeric|Chinese|English. Codes: ISO 3166-1 (which GB/T 2659.1-2022 adopts) as in
 * i18n-iso-countries 7.14.0 (MIT). Names: Unicode CLDR 48 (Unicode licence), territories of zh-Hans-CN and en, taken through ICU 78 on
 * 2026-11-25. What a public office of China writes otherwise is in gb-2659.ts, so that this can be taken anew.
 */
export const countryNames = `
ABW|AW|533|阿鲁巴|Aruba
AFG|AF|004|阿富汗|Afghanistan
AGO|AO|024|安哥拉|Angola
AIA|AI|660|安圭拉|Anguilla
ALA|AX|248|奥兰群岛|Åland Islands
ALB|AL|008|阿尔巴尼亚|Albania
AND|AD|020|安道尔|Andorra
ARE|AE|784|阿拉伯联合酋长国|United Arab Emirates
ARG|AR|032|阿根廷|Argentina
ARM|AM|051|亚美尼亚|Armenia
ASM|AS|016|美属萨摩亚|American Samoa
ATA|AQ|010|南极洲|Antarctica
ATF|TF|260|法属南部领地|French Southern Territories
ATG|AG|028|安提瓜和巴布达|Antigua & Barbuda
AUS|AU|036|澳大利亚|Australia
AUT|AT|040|奥地利|Austria
AZE|AZ|031|阿塞拜疆|Azerbaijan
BDI|BI|108|布隆迪|Burundi
BEL|BE|056|比利时|Belgium
BEN|BJ|204|贝宁|Benin
BES|BQ|535|荷属加勒比区|Caribbean Netherlands
BFA|BF|854|布基纳法索|Burkina Faso
BGD|BD|050|孟加拉国|Bangladesh
BGR|BG|100|保加利亚|Bulgaria
BHR|BH|048|巴林|Bahrain
BHS|BS|044|巴哈马|Bahamas
BIH|BA|070|波斯尼亚和黑塞哥维那|Bosnia & Herzegovina
BLM|BL|652|圣巴泰勒米|St. Barthélemy
BLR|BY|112|白俄罗斯|Belarus
BLZ|BZ|084|伯利兹|Belize
BMU|BM|060|百慕大|Bermuda
BOL|BO|068|玻利维亚|Bolivia
BRA|BR|076|巴西|Brazil
BRB|BB|052|巴巴多斯|Barbados
BRN|BN|096|文莱|Brunei
BTN|BT|064|不丹|Bhutan
BVT|BV|074|布韦岛|Bouvet Island
BWA|BW|072|博茨瓦纳|Botswana
CAF|CF|140|中非共和国|Central African Republic
CAN|CA|124|加拿大|Canada
CCK|CC|166|科科斯（基林）群岛|Cocos (Keeling) Islands
CHE|CH|756|瑞士|Switzerland
CHL|CL|152|智利|Chile
CHN|CN|156|中国|China
CIV|CI|384|科特迪瓦|Côte d’Ivoire
CMR|CM|120|喀麦隆|Cameroon
COD|CD|180|刚果（金）|Congo - Kinshasa
COG|CG|178|刚果（布）|Congo - Brazzaville
COK|CK|184|库克群岛|Cook Islands
COL|CO|170|哥伦比亚|Colombia
COM|KM|174|科摩罗|Comoros
CPV|CV|132|佛得角|Cape Verde
CRI|CR|188|哥斯达黎加|Costa Rica
CUB|CU|192|古巴|Cuba
CUW|CW|531|库拉索|Curaçao
CXR|CX|162|圣诞岛|Christmas Island
CYM|KY|136|开曼群岛|Cayman Islands
CYP|CY|196|塞浦路斯|Cyprus
CZE|CZ|203|捷克|Czechia
DEU|DE|276|德国|Germany
DJI|DJ|262|吉布提|Djibouti
DMA|DM|212|多米尼克|Dominica
DNK|DK|208|丹麦|Denmark
DOM|DO|214|多米尼加共和国|Dominican Republic
DZA|DZ|012|阿尔及利亚|Algeria
ECU|EC|218|厄瓜多尔|Ecuador
EGY|EG|818|埃及|Egypt
ERI|ER|232|厄立特里亚|Eritrea
ESH|EH|732|西撒哈拉|Western Sahara
ESP|ES|724|西班牙|Spain
EST|EE|233|爱沙尼亚|Estonia
ETH|ET|231|埃塞俄比亚|Ethiopia
FIN|FI|246|芬兰|Finland
FJI|FJ|242|斐济|Fiji
FLK|FK|238|福克兰群岛|Falkland Islands
FRA|FR|250|法国|France
FRO|FO|234|法罗群岛|Faroe Islands
FSM|FM|583|密克罗尼西亚|Micronesia
GAB|GA|266|加蓬|Gabon
GBR|GB|826|英国|United Kingdom
GEO|GE|268|格鲁吉亚|Georgia
GGY|GG|831|根西岛|Guernsey
GHA|GH|288|加纳|Ghana
GIB|GI|292|直布罗陀|Gibraltar
GIN|GN|324|几内亚|Guinea
GLP|GP|312|瓜德罗普|Guadeloupe
GMB|GM|270|冈比亚|Gambia
GNB|GW|624|几内亚比绍|Guinea-Bissau
GNQ|GQ|226|赤道几内亚|Equatorial Guinea
GRC|GR|300|希腊|Greece
GRD|GD|308|格林纳达|Grenada
GRL|GL|304|格陵兰|Greenland
GTM|GT|320|危地马拉|Guatemala
GUF|GF|254|法属圭亚那|French Guiana
GUM|GU|316|关岛|Guam
GUY|GY|328|圭亚那|Guyana
HKG|HK|344|中国香港特别行政区|Hong Kong SAR China
HMD|HM|334|赫德岛和麦克唐纳群岛|Heard & McDonald Islands
HND|HN|340|洪都拉斯|Honduras
HRV|HR|191|克罗地亚|Croatia
HTI|HT|332|海地|Haiti
HUN|HU|348|匈牙利|Hungary
IDN|ID|360|印度尼西亚|Indonesia
IMN|IM|833|马恩岛|Isle of Man
IND|IN|356|印度|India
IOT|IO|086|英属印度洋领地|British Indian Ocean Territory
IRL|IE|372|爱尔兰|Ireland
IRN|IR|364|伊朗|Iran
IRQ|IQ|368|伊拉克|Iraq
ISL|IS|352|冰岛|Iceland
ISR|IL|376|以色列|Israel
ITA|IT|380|意大利|Italy
JAM|JM|388|牙买加|Jamaica
JEY|JE|832|泽西岛|Jersey
JOR|JO|400|约旦|Jordan
JPN|JP|392|日本|Japan
KAZ|KZ|398|哈萨克斯坦|Kazakhstan
KEN|KE|404|肯尼亚|Kenya
KGZ|KG|417|吉尔吉斯斯坦|Kyrgyzstan
KHM|KH|116|柬埔寨|Cambodia
KIR|KI|296|基里巴斯|Kiribati
KNA|KN|659|圣基茨和尼维斯|St. Kitts & Nevis
KOR|KR|410|韩国|South Korea
KWT|KW|414|科威特|Kuwait
LAO|LA|418|老挝|Laos
LBN|LB|422|黎巴嫩|Lebanon
LBR|LR|430|利比里亚|Liberia
LBY|LY|434|利比亚|Libya
LCA|LC|662|圣卢西亚|St. Lucia
LIE|LI|438|列支敦士登|Liechtenstein
LKA|LK|144|斯里兰卡|Sri Lanka
LSO|LS|426|莱索托|Lesotho
LTU|LT|440|立陶宛|Lithuania
LUX|LU|442|卢森堡|Luxembourg
LVA|LV|428|拉脱维亚|Latvia
MAC|MO|446|中国澳门特别行政区|Macao SAR China
MAF|MF|663|法属圣马丁|St. Martin
MAR|MA|504|摩洛哥|Morocco
MCO|MC|492|摩纳哥|Monaco
MDA|MD|498|摩尔多瓦|Moldova
MDG|MG|450|马达加斯加|Madagascar
MDV|MV|462|马尔代夫|Maldives
MEX|MX|484|墨西哥|Mexico
MHL|MH|584|马绍尔群岛|Marshall Islands
MKD|MK|807|北马其顿|North Macedonia
MLI|ML|466|马里|Mali
MLT|MT|470|马耳他|Malta
MMR|MM|104|缅甸|Myanmar (Burma)
MNE|ME|499|黑山|Montenegro
MNG|MN|496|蒙古|Mongolia
MNP|MP|580|北马里亚纳群岛|Northern Mariana Islands
MOZ|MZ|508|莫桑比克|Mozambique
MRT|MR|478|毛里塔尼亚|Mauritania
MSR|MS|500|蒙特塞拉特|Montserrat
MTQ|MQ|474|马提尼克|Martinique
MUS|MU|480|毛里求斯|Mauritius
MWI|MW|454|马拉维|Malawi
MYS|MY|458|马来西亚|Malaysia
MYT|YT|175|马约特|Mayotte
NAM|NA|516|纳米比亚|Namibia
NCL|NC|540|新喀里多尼亚|New Caledonia
NER|NE|562|尼日尔|Niger
NFK|NF|574|诺福克岛|Norfolk Island
NGA|NG|566|尼日利亚|Nigeria
NIC|NI|558|尼加拉瓜|Nicaragua
NIU|NU|570|纽埃|Niue
NLD|NL|528|荷兰|Netherlands
NOR|NO|578|挪威|Norway
NPL|NP|524|尼泊尔|Nepal
NRU|NR|520|瑙鲁|Nauru
NZL|NZ|554|新西兰|New Zealand
OMN|OM|512|阿曼|Oman
PAK|PK|586|巴基斯坦|Pakistan
PAN|PA|591|巴拿马|Panama
PCN|PN|612|皮特凯恩群岛|Pitcairn Islands
PER|PE|604|秘鲁|Peru
PHL|PH|608|菲律宾|Philippines
PLW|PW|585|帕劳|Palau
PNG|PG|598|巴布亚新几内亚|Papua New Guinea
POL|PL|616|波兰|Poland
PRI|PR|630|波多黎各|Puerto Rico
PRK|KP|408|朝鲜|North Korea
PRT|PT|620|葡萄牙|Portugal
PRY|PY|600|巴拉圭|Paraguay
PSE|PS|275|巴勒斯坦领土|Palestinian Territories
PYF|PF|258|法属波利尼西亚|French Polynesia
QAT|QA|634|卡塔尔|Qatar
REU|RE|638|留尼汪|Réunion
ROU|RO|642|罗马尼亚|Romania
RUS|RU|643|俄罗斯|Russia
RWA|RW|646|卢旺达|Rwanda
SAU|SA|682|沙特阿拉伯|Saudi Arabia
SDN|SD|729|苏丹|Sudan
SEN|SN|686|塞内加尔|Senegal
SGP|SG|702|新加坡|Singapore
SGS|GS|239|南乔治亚和南桑威奇群岛|South Georgia & South Sandwich Islands
SHN|SH|654|圣赫勒拿|St. Helena
SJM|SJ|744|斯瓦尔巴和扬马延|Svalbard & Jan Mayen
SLB|SB|090|所罗门群岛|Solomon Islands
SLE|SL|694|塞拉利昂|Sierra Leone
SLV|SV|222|萨尔瓦多|El Salvador
SMR|SM|674|圣马力诺|San Marino
SOM|SO|706|索马里|Somalia
SPM|PM|666|圣皮埃尔和密克隆群岛|St. Pierre & Miquelon
SRB|RS|688|塞尔维亚|Serbia
SSD|SS|728|南苏丹|South Sudan
STP|ST|678|圣多美和普林西比|São Tomé & Príncipe
SUR|SR|740|苏里南|Suriname
SVK|SK|703|斯洛伐克|Slovakia
SVN|SI|705|斯洛文尼亚|Slovenia
SWE|SE|752|瑞典|Sweden
SWZ|SZ|748|斯威士兰|Eswatini
SXM|SX|534|荷属圣马丁|Sint Maarten
SYC|SC|690|塞舌尔|Seychelles
SYR|SY|760|叙利亚|Syria
TCA|TC|796|特克斯和凯科斯群岛|Turks & Caicos Islands
TCD|TD|148|乍得|Chad
TGO|TG|768|多哥|Togo
THA|TH|764|泰国|Thailand
TJK|TJ|762|塔吉克斯坦|Tajikistan
TKL|TK|772|托克劳|Tokelau
TKM|TM|795|土库曼斯坦|Turkmenistan
TLS|TL|626|东帝汶|Timor-Leste
TON|TO|776|汤加|Tonga
TTO|TT|780|特立尼达和多巴哥|Trinidad & Tobago
TUN|TN|788|突尼斯|Tunisia
TUR|TR|792|土耳其|Türkiye
TUV|TV|798|图瓦卢|Tuvalu
TWN|TW|158|台湾|Taiwan
TZA|TZ|834|坦桑尼亚|Tanzania
UGA|UG|800|乌干达|Uganda
UKR|UA|804|乌克兰|Ukraine
UMI|UM|581|美国本土外小岛屿|U.S. Outlying Islands
URY|UY|858|乌拉圭|Uruguay
USA|US|840|美国|United States
UZB|UZ|860|乌兹别克斯坦|Uzbekistan
VAT|VA|336|梵蒂冈|Vatican City
VCT|VC|670|圣文森特和格林纳丁斯|St. Vincent & Grenadines
VEN|VE|862|委内瑞拉|Venezuela
VGB|VG|092|英属维尔京群岛|British Virgin Islands
VIR|VI|850|美属维尔京群岛|U.S. Virgin Islands
VNM|VN|704|越南|Vietnam
VUT|VU|548|瓦努阿图|Vanuatu
WLF|WF|876|瓦利斯和富图纳|Wallis & Futuna
WSM|WS|882|萨摩亚|Samoa
YEM|YE|887|也门|Yemen
ZAF|ZA|710|南非|South Africa
ZMB|ZM|894|赞比亚|Zambia
ZWE|ZW|716|津巴布韦|Zimbabwe
`;
