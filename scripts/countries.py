"""Writes src/entity/data/countries.tsv from the rows below.

Usage: python3 -m pip install pycountry && python3 scripts/countries.py

Each row: ISO 3166 code; the name used for the country; other names; adjectives and words for its people; capitals;
words for its government. pycountry (ISO's list) only checks that every code is right.
Adjectives that are also common words with a small letter keep their capital, so the table is case-sensitive.
"""
import pathlib
import pycountry

ROWS = """
AD|Andorra||Andorran,Andorrans|Andorra la Vella|
AE|United Arab Emirates|UAE,U.A.E.,Emirates|Emirati,Emiratis|Abu Dhabi|
AF|Afghanistan||Afghan,Afghans,Afghani|Kabul|
AG|Antigua and Barbuda||Antiguan,Antiguans|St John's|
AL|Albania||Albanian,Albanians|Tirana|
AM|Armenia||Armenian,Armenians|Yerevan|
AO|Angola||Angolan,Angolans|Luanda|
AR|Argentina|Argentine Republic|Argentine,Argentines,Argentinian,Argentinians,Argentinean|Buenos Aires|Casa Rosada
AT|Austria||Austrian,Austrians|Vienna|
AU|Australia||Australian,Australians|Canberra|
AZ|Azerbaijan||Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku|
BA|Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians|Sarajevo|
BB|Barbados||Barbadian,Barbadians|Bridgetown|
BD|Bangladesh||Bangladeshi,Bangladeshis|Dhaka|
BE|Belgium||Belgian,Belgians||
BF|Burkina Faso||Burkinabe|Ouagadougou|
BG|Bulgaria||Bulgarian,Bulgarians|Sofia|
BH|Bahrain||Bahraini,Bahrainis|Manama|
BI|Burundi||Burundian,Burundians|Bujumbura,Gitega|
BJ|Benin||Beninese|Porto-Novo|
BN|Brunei|Brunei Darussalam|Bruneian,Bruneians|Bandar Seri Begawan|
BO|Bolivia||Bolivian,Bolivians|La Paz,Sucre|
BR|Brazil||Brazilian,Brazilians|Brasilia,Brasília|Planalto
BS|Bahamas|The Bahamas|Bahamian,Bahamians|Nassau|
BT|Bhutan||Bhutanese|Thimphu|
BW|Botswana||Botswanan,Motswana,Batswana|Gaborone|
BY|Belarus|Byelorussia|Belarusian,Belarusians,Belarussian,Belarussians|Minsk|
BZ|Belize||Belizean,Belizeans|Belmopan|
CA|Canada||Canadian,Canadians|Ottawa|
CD|Democratic Republic of the Congo|Democratic Republic of Congo,DR Congo,DRC,Congo-Kinshasa|Congolese|Kinshasa|
CF|Central African Republic|||Bangui|
CG|Republic of the Congo|Republic of Congo,Congo-Brazzaville||Brazzaville|
CH|Switzerland|Swiss Confederation|Swiss|Bern,Berne|
CI|Ivory Coast|Cote d'Ivoire,Côte d'Ivoire|Ivorian,Ivorians|Yamoussoukro|
CL|Chile||Chilean,Chileans|Santiago|La Moneda
CM|Cameroon||Cameroonian,Cameroonians|Yaounde,Yaoundé|
CN|China|PRC,People's Republic of China|Chinese|Beijing,Peking|Zhongnanhai
CO|Colombia||Colombian,Colombians|Bogota,Bogotá|
CR|Costa Rica||Costa Rican,Costa Ricans|San José|
CU|Cuba||Cuban,Cubans|Havana|
CV|Cape Verde|Cabo Verde|Cape Verdean,Cape Verdeans|Praia|
CY|Cyprus||Cypriot,Cypriots|Nicosia|
CZ|Czech Republic|Czechia|Czech,Czechs|Prague|
DE|Germany|Federal Republic of Germany|German,Germans|Berlin|
DJ|Djibouti||Djiboutian,Djiboutians||
DK|Denmark||Danish,Dane,Danes|Copenhagen|
DM|Dominica|||Roseau|
DO|Dominican Republic||Dominican,Dominicans|Santo Domingo|
DZ|Algeria||Algerian,Algerians|Algiers|
EC|Ecuador||Ecuadorian,Ecuadorians,Ecuadorean,Ecuadoreans|Quito|
EE|Estonia||Estonian,Estonians|Tallinn|
EG|Egypt||Egyptian,Egyptians|Cairo|
ER|Eritrea||Eritrean,Eritreans|Asmara|
ES|Spain||Spanish,Spaniard,Spaniards|Madrid|Moncloa
ET|Ethiopia||Ethiopian,Ethiopians|Addis Ababa|
FI|Finland||Finnish,Finn,Finns|Helsinki|
FJ|Fiji||Fijian,Fijians|Suva|
FM|Micronesia|Federated States of Micronesia|Micronesian,Micronesians|Palikir|
FR|France|French Republic|French,Frenchman,Frenchwoman,Frenchmen|Paris|Elysee,Élysée,Elysée Palace,Élysée Palace,Elysee Palace,Quai d'Orsay
GA|Gabon||Gabonese|Libreville|
GB|United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Britons,Brit,Brits|London|Downing Street,Whitehall,No 10,No. 10
GD|Grenada||Grenadian,Grenadians|St George's|
GE|Georgia|Republic of Georgia|Georgian,Georgians|Tbilisi|
GH|Ghana||Ghanaian,Ghanaians|Accra|
GL|Greenland||Greenlandic,Greenlander,Greenlanders|Nuuk|
GM|Gambia|The Gambia|Gambian,Gambians|Banjul|
GN|Guinea||Guinean,Guineans|Conakry|
GQ|Equatorial Guinea||Equatorial Guinean,Equatoguinean|Malabo|
GR|Greece||Greek,Greeks|Athens|
GT|Guatemala||Guatemalan,Guatemalans|Guatemala City|
GW|Guinea-Bissau|||Bissau|
GY|Guyana||Guyanese|Georgetown|
HK|Hong Kong||Hongkonger,Hongkongers,Hong Konger,Hong Kongers||
HN|Honduras||Honduran,Hondurans|Tegucigalpa|
HR|Croatia||Croatian,Croatians,Croat,Croats|Zagreb|
HT|Haiti||Haitian,Haitians|Port-au-Prince|
HU|Hungary||Hungarian,Hungarians|Budapest|
ID|Indonesia||Indonesian,Indonesians|Jakarta|
IE|Ireland|Republic of Ireland,Irish Republic|Irish,Irishman,Irishwoman|Dublin|
IL|Israel||Israeli,Israelis|Jerusalem|
IN|India||Indian,Indians|New Delhi,Delhi|
IQ|Iraq||Iraqi,Iraqis|Baghdad|
IR|Iran|Islamic Republic of Iran,Islamic Republic|Iranian,Iranians|Tehran,Teheran|
IS|Iceland||Icelandic,Icelander,Icelanders|Reykjavik,Reykjavík|
IT|Italy||Italian,Italians|Rome|Palazzo Chigi,Quirinale
JM|Jamaica||Jamaican,Jamaicans|Kingston|
JO|Jordan|Hashemite Kingdom|Jordanian,Jordanians|Amman|
JP|Japan||Japanese|Tokyo|
KE|Kenya||Kenyan,Kenyans|Nairobi|
KG|Kyrgyzstan|Kyrgyz Republic|Kyrgyz,Kyrgyzstani,Kyrgyzstanis|Bishkek|
KH|Cambodia||Cambodian,Cambodians|Phnom Penh|
KI|Kiribati|||Tarawa|
KM|Comoros||Comorian,Comorians|Moroni|
KN|Saint Kitts and Nevis|St Kitts and Nevis,St. Kitts and Nevis|Kittitian|Basseterre|
KP|North Korea|DPRK,D.P.R.K.,Democratic People's Republic of Korea|North Korean,North Koreans|Pyongyang|
KR|South Korea|Republic of Korea,S. Korea|South Korean,South Koreans|Seoul|Blue House
KW|Kuwait||Kuwaiti,Kuwaitis|Kuwait City|
KZ|Kazakhstan||Kazakh,Kazakhs,Kazakhstani|Astana,Nur-Sultan|
LA|Laos||Laotian,Laotians,Lao|Vientiane|
LB|Lebanon||Lebanese|Beirut|
LC|Saint Lucia|St Lucia,St. Lucia|St Lucian|Castries|
LI|Liechtenstein||Liechtensteiner|Vaduz|
LK|Sri Lanka|Ceylon|Sri Lankan,Sri Lankans|Colombo|
LR|Liberia||Liberian,Liberians|Monrovia|
LS|Lesotho||Basotho|Maseru|
LT|Lithuania||Lithuanian,Lithuanians|Vilnius|
LU|Luxembourg||Luxembourgish,Luxembourger,Luxembourgers||
LV|Latvia||Latvian,Latvians|Riga|
LY|Libya||Libyan,Libyans|Tripoli|
MA|Morocco||Moroccan,Moroccans|Rabat|
MC|Monaco||Monegasque,Monégasque||
MD|Moldova||Moldovan,Moldovans|Chisinau,Chișinău|
ME|Montenegro||Montenegrin,Montenegrins|Podgorica|
MG|Madagascar||Malagasy|Antananarivo|
MH|Marshall Islands||Marshallese|Majuro|
MK|North Macedonia|Macedonia|Macedonian,Macedonians,North Macedonian|Skopje|
ML|Mali||Malian,Malians|Bamako|
MM|Myanmar|Burma|Burmese|Naypyidaw,Naypyitaw|
MN|Mongolia||Mongolian,Mongolians|Ulaanbaatar,Ulan Bator|
MR|Mauritania||Mauritanian,Mauritanians|Nouakchott|
MT|Malta||Maltese|Valletta|
MU|Mauritius||Mauritian,Mauritians|Port Louis|
MV|Maldives||Maldivian,Maldivians|Malé|
MW|Malawi||Malawian,Malawians|Lilongwe|
MX|Mexico||Mexican,Mexicans|Mexico City|
MY|Malaysia||Malaysian,Malaysians|Kuala Lumpur,Putrajaya|
MZ|Mozambique||Mozambican,Mozambicans|Maputo|
NA|Namibia||Namibian,Namibians|Windhoek|
NE|Niger||Nigerien,Nigeriens|Niamey|
NG|Nigeria||Nigerian,Nigerians|Abuja|Aso Rock
NI|Nicaragua||Nicaraguan,Nicaraguans|Managua|
NL|Netherlands|The Netherlands,Holland|Dutch,Dutchman,Dutchwoman|Amsterdam|
NO|Norway||Norwegian,Norwegians|Oslo|
NP|Nepal||Nepali,Nepalis,Nepalese|Kathmandu|
NR|Nauru||Nauruan,Nauruans|Yaren|
NZ|New Zealand||New Zealander,New Zealanders|Wellington|Beehive
OM|Oman||Omani,Omanis|Muscat|
PA|Panama||Panamanian,Panamanians|Panama City|
PE|Peru||Peruvian,Peruvians|Lima|
PG|Papua New Guinea||Papua New Guinean,Papua New Guineans|Port Moresby|
PH|Philippines|The Philippines|Philippine,Filipino,Filipinos,Filipina|Manila|Malacañang,Malacanang
PK|Pakistan||Pakistani,Pakistanis|Islamabad|
PL|Poland||Polish,Pole,Poles|Warsaw|
PS|Palestine|Palestinian Territories,Palestinian territories,Palestinian Authority|Palestinian,Palestinians|Ramallah|
PT|Portugal||Portuguese|Lisbon|
PW|Palau||Palauan,Palauans|Ngerulmud|
PY|Paraguay||Paraguayan,Paraguayans|Asunción,Asuncion|
QA|Qatar||Qatari,Qataris|Doha|
RO|Romania||Romanian,Romanians|Bucharest|
RS|Serbia||Serbian,Serbians,Serb,Serbs|Belgrade|
RU|Russia|Russian Federation|Russian,Russians|Moscow|Kremlin
RW|Rwanda||Rwandan,Rwandans|Kigali|
SA|Saudi Arabia|Kingdom of Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh|
SB|Solomon Islands|||Honiara|
SC|Seychelles||Seychellois|Victoria|
SD|Sudan||Sudanese|Khartoum|
SE|Sweden||Swedish,Swede,Swedes|Stockholm|
SG|Singapore||Singaporean,Singaporeans||
SI|Slovenia||Slovenian,Slovenians,Slovene,Slovenes|Ljubljana|
SK|Slovakia|Slovak Republic|Slovak,Slovaks,Slovakian|Bratislava|
SL|Sierra Leone||Sierra Leonean,Sierra Leoneans|Freetown|
SM|San Marino||Sammarinese||
SN|Senegal||Senegalese|Dakar|
SO|Somalia||Somali,Somalis,Somalian|Mogadishu|Villa Somalia
SR|Suriname|Surinam|Surinamese|Paramaribo|
SS|South Sudan||South Sudanese|Juba|
ST|Sao Tome and Principe|São Tomé and Príncipe||São Tomé|
SV|El Salvador||Salvadoran,Salvadorans,Salvadorean|San Salvador|
SY|Syria|Syrian Arab Republic|Syrian,Syrians|Damascus|
SZ|Eswatini|Swaziland|Swazi,Swazis|Mbabane|
TD|Chad||Chadian,Chadians|N'Djamena,Ndjamena|
TG|Togo||Togolese|Lomé,Lome|
TH|Thailand||Thai,Thais|Bangkok|
TJ|Tajikistan||Tajik,Tajiks,Tajikistani|Dushanbe|
TL|East Timor|Timor-Leste|Timorese,East Timorese|Dili|
TM|Turkmenistan||Turkmen,Turkmens|Ashgabat|
TN|Tunisia||Tunisian,Tunisians|Tunis|
TO|Tonga||Tongan,Tongans|Nuku'alofa|
TR|Turkey|Türkiye,Turkiye|Turkish,Turk,Turks|Ankara|Sublime Porte
TT|Trinidad and Tobago|Trinidad|Trinidadian,Trinidadians|Port of Spain|
TV|Tuvalu||Tuvaluan,Tuvaluans|Funafuti|
TW|Taiwan|Chinese Taipei|Taiwanese|Taipei|
TZ|Tanzania||Tanzanian,Tanzanians|Dodoma|
UA|Ukraine||Ukrainian,Ukrainians|Kiev,Kyiv|Bankova
UG|Uganda||Ugandan,Ugandans|Kampala|
US|United States|US,U.S.,USA,U.S.A.,United States of America,America|American,Americans|Washington,Washington D.C.,Washington DC|White House,Capitol Hill,Foggy Bottom
UY|Uruguay||Uruguayan,Uruguayans|Montevideo|
UZ|Uzbekistan||Uzbek,Uzbeks|Tashkent|
VA|Vatican City|Vatican,Holy See|||
VC|Saint Vincent and the Grenadines|St Vincent,St. Vincent|Vincentian|Kingstown|
VE|Venezuela||Venezuelan,Venezuelans|Caracas|Miraflores
VN|Vietnam|Viet Nam|Vietnamese|Hanoi|
VU|Vanuatu||Vanuatuan|Port Vila|
WS|Samoa||Samoan,Samoans|Apia|
XK|Kosovo||Kosovar,Kosovars|Pristina|
YE|Yemen||Yemeni,Yemenis|Sanaa,Sana'a|
ZA|South Africa||South African,South Africans|Pretoria|Union Buildings
ZM|Zambia||Zambian,Zambians|Lusaka|
ZW|Zimbabwe||Zimbabwean,Zimbabweans|Harare|
"""

KINDS = ["name", "name", "adjective", "capital", "government"]


def main():
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    lines = set()
    for row in ROWS.strip().splitlines():
        code, *columns = row.split("|")
        assert code in known, code
        for kind, column in zip(KINDS, columns):
            for surface in filter(None, column.replace('', "").split(",")):
                lines.add((surface, f"{surface}\t{columns[0]}\t{kind}"))
    surfaces = [surface for surface, _ in lines]
    assert len(set(surfaces)) == len(surfaces), [s for s in surfaces if surfaces.count(s) > 1]
    head = "# Generated by scripts/countries.py: a name, the country's name, and what the name is of it.\n"
    body = "".join(line + "\n" for _, line in sorted(lines, key=lambda entry: entry[0].encode()))
    (pathlib.Path(__file__).parent.parent / "src/entity/data/countries.tsv").write_text(head + body)


main()
