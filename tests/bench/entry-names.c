/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entry names: invented people of many countries for generated entry files: common names, put together by chance.
 */
#include "entry-names.h"

#include <string.h>

/* All lists are separated by spaces; "_" stands for a space within a name, "~" at the end of a family name for one
 * of the endings. */
typedef struct {
  guint weight; /* of 10,000 people */
  const char *women;
  const char *men;
  const char *families;
  const char *endings; /* (nullable) */
  const char *nations;
  const char *towns;
} Culture;

static const Culture cultures[] = {
  { 6250,
    "Olivia Sarah Emma Charlotte Emily Laura Lucy Rachel Rebecca Hannah Jessica Amy Katherine Claire Jennifer "
    "Nicola Victoria Lauren Megan Chloe Sophie Grace Alice Eleanor Helen Joanne Karen Louise Natalie Samantha Zoe "
    "Zoë Abigail Alexandra Amelia Anna Bethany Caroline Catherine Clare Danielle Elizabeth Fiona Gemma Georgina "
    "Harriet Heather Holly Isabel Jane Jodie Julia Kate Katie Kelly Kirsty Leanne Lisa Lynn Margaret Maria "
    "Melanie Michelle Molly Naomi Nina Penelope Phoebe Polly Poppy Rosie Ruth Sally Sharon Siân Siobhán Stephanie "
    "Susan Tamsin Tanya Teresa Tracy Una Vanessa Wendy Yvonne Niamh Aoife Róisín Caoimhe Saoirse Ffion Carys",
    "James David John Michael Robert Paul Andrew Mark Stephen Richard Thomas Daniel Christopher Matthew Peter "
    "Simon Jonathan Ian Benjamin William Adam Alexander Joseph Samuel Luke Ben Tom Nicholas Oliver Jack Harry "
    "George Edward Philip Martin Kevin Gary Alan Alastair Anthony Barry Brian Callum Charles Colin Craig Darren "
    "Dean Dominic Duncan Edmund Elliot Ewan Francis Frederick Gareth Geoffrey Gordon Graham Graeme Gregory Guy "
    "Henry Hugh Iain Jamie Jason Jeremy Jordan Joshua Julian Keith Kieran Lee Leon Lewis Liam Malcolm Marcus "
    "Nathan Neil Nigel Owen Patrick Rhys Ross Russell Ryan Scott Sean Seán Stuart Timothy Toby Trevor Tristan "
    "Wayne Eoin Ciarán Pádraig Cillian Dylan Iolo Rory Fergus Hamish",
    "Smith Jones Taylor Williams Brown Davies Evans Wilson Thomas Roberts Johnson Walker Wright Robinson Thompson "
    "White Hughes Edwards Green Hall Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper Hill Ward Morris "
    "Moore Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett "
    "Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards "
    "Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray "
    "Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker "
    "Fisher Stevens Jenkins Murray Dixon Harvey O'Connor O'Neill O’Brien O’Sullivan O'Reilly McDonald MacLeod "
    "McKenzie Fitzgerald Gallagher Byrne Doyle Quinn Brennan D'Arcy St_John Le_Fevre de_Vere",
    NULL,
    "GBR GBR GBR GBR GB GBR United_Kingdom GBR ENG SCO WLS IRL NIR British",
    NULL },
  { 420,
    "Camille Léa Manon Chloé Élodie Aurélie Céline Émilie Hélène Juliette Margaux Noémie Océane Pauline "
    "Anne-Sophie Marie-Claire",
    "Thomas Nicolas Julien Jérôme Sébastien Rémi François Benoît Étienne Mathieu Olivier Théo Loïc Jean-Pierre "
    "Jean-Luc Gaël",
    "Martin Bernard Dubois Durand Moreau Lefèvre Leroy Roux Fournier Girard Mercier Lefebvre Gauthier Perrin "
    "Chevalier François Bélanger Côté Beauchêne Delacroix Rivière Faure Blanchard Guérin Legrand Lemaître "
    "d'Estaing de_La_Tour Le_Goff Prévost",
    NULL,
    "FRA FR France BEL SUI",
    "Paris Lyon Lille Nantes Genève" },
  { 400,
    "Anna Katharina Julia Sabine Stefanie Jana Franziska Ursula Jutta Käthe Anke Birgit Heike Lena Anna-Lena "
    "Ann-Kathrin",
    "Thomas Jürgen Björn Jörg Stefan Matthias Tobias Florian Sebastian Günther Götz Uwe Lukas Karl-Heinz "
    "Hans-Peter Sören",
    "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein "
    "Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Weiß Groß Jäger Vogel Köhler "
    "Mühlbauer Muehlbauer von_Stein",
    NULL,
    "GER DEU DE Germany AUT SUI CHE",
    "Berlin Hamburg München Köln Wien Zürich" },
  { 330,
    "María Carmen Lucía Paula Sofía Elena Marta Ana_María Begoña Nuria Inés Rocío María_José Ximena Valentina "
    "Camila",
    "José Juan Antonio Javier Carlos Álvaro Sergio Andrés Joaquín Íñigo Raúl Óscar José_María Juan_Carlos Martín "
    "Nicolás",
    "García_López Fernández González Rodríguez Martínez Sánchez Pérez Gómez Ruiz Hernández Díaz Moreno Muñoz "
    "Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ibáñez Núñez Peña Cortés "
    "de_la_Cruz del_Río y_Vega",
    NULL,
    "ESP ES Spain MEX ARG CHI CHL COL",
    "Madrid Bilbao Sevilla México Santiago" },
  { 260,
    "Giulia Chiara Francesca Federica Silvia Alessandra Elisa Valentina Martina Paola Beatrice Ilaria",
    "Marco Andrea Luca Matteo Alessandro Davide Francesco Giovanni Stefano Niccolò Lorenzo Gianluca",
    "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Costa "
    "Giordano Mancini Rizzo Lombardi Moretti D'Angelo Dell'Acqua D’Amico Nicolò Fontana Santoro Caruso",
    NULL,
    "ITA IT Italy",
    "Roma Milano Torino Bologna" },
  { 170,
    "Maria Ana Beatriz Inês Joana Mariana Catarina Conceição Letícia Luísa",
    "João António Luís Tiago Gonçalo Nuno Rui Vítor Caetano Simão",
    "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques "
    "Araújo Simões Magalhães Conceição Guimarães dos_Santos da_Silva e_Castro",
    NULL,
    "POR PRT Portugal BRA BR Brazil",
    "Lisboa Porto São_Paulo" },
  { 200,
    "Sanne Lotte Femke Anouk Marieke Fleur Maaike Noortje Eefje Geertje",
    "Jan Pieter Sander Bas Jeroen Wouter Joost Ruben Thijs Daan",
    "de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos "
    "Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra van_'t_Hoff ten_Brink 't_Hart Kuipers",
    NULL,
    "NED NLD NL Netherlands BEL",
    "Amsterdam Utrecht Antwerpen" },
  { 330,
    "Anna Emma Astrid Ingrid Kristín Åsa Linnéa Sigrún Maja Solveig Tove Aino Päivi Bjørg Søs",
    "Lars Erik Anders Jón Björn Søren Jørgen Håkon Åke Mikael Øyvind Mikko Väinö Þór Gustav",
    "Johan~ Ander~ Karl~ Nil~ Erik~ Lar~ Ol~ Per~ Sven~ Gustaf~ Peter~ Han~ Jen~ Kristian~ Rasmu~ Søren~ Jóhann~ "
    "Guðmund~ Mårten~ Håkan~ Lindström Sjöberg Åkerlund Østergård Mäkinen Hämäläinen Nygård Bjørnstad Ödegård "
    "Ångström",
    "sson sen ssen",
    "SWE SE Sweden DEN DNK DK NOR Norway FIN ISL",
    "Stockholm Oslo København Helsinki Reykjavík" },
  { 300,
    "Anna Katarzyna Małgorzata Agnieszka Zofia Łucja Bożena Wanda Żaneta Świętosława",
    "Piotr Krzysztof Łukasz Paweł Michał Tomasz Grzegorz Sławomir Wojciech Zbigniew",
    "Kowal~ Nowak Wiśniew~ Wójcik Kamiń~ Lewandow~ Zieliń~ Szymań~ Woźniak Dąbrow~ Kozłow~ Jankow~ Mazur Krawczyk "
    "Piotrow~ Grabow~ Pawłow~ Michal~ Król Wieczorek Jabłoń~ Wróbel Majew~ Olszew~ Stępień Malinow~ Jawor~ "
    "Adamczyk Dudek",
    "ski ska",
    "POL PL Poland",
    "Warszawa Kraków Gdańsk Łódź" },
  { 150,
    "Jana Kateřina Lucie Zuzana Božena Žofie Ágnes Zsófia Éva Katalin",
    "Jiří Tomáš Petr Ondřej Zdeněk István László György Gábor Željko",
    "Novák Svoboda Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Nagy Kovács Tóth Szabó Horváth Kiss "
    "Molnár Őze Šimić Đorđević Petrović Žižka Růžička",
    NULL,
    "CZE CZ Czechia HUN SVK CRO HRV SLO SRB",
    "Praha Brno Budapest Zagreb" },
  { 120,
    "Ayşe Fatma Zeynep Elif Gülşen İpek Çiğdem",
    "Mehmet Mustafa Ahmet Hüseyin Oğuz İbrahim Şükrü",
    "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Işık",
    NULL,
    "TUR TR Turkey",
    "İstanbul Ankara İzmir" },
  { 290,
    "Priya Anjali Deepa Kavita Neha Pooja Sunita Lakshmi Meera Ananya Fatima Ayesha Zainab Nasreen",
    "Rahul Amit Sanjay Vikram Arjun Rajesh Suresh Anil Imran Mohammed Muhammad Tariq Bilal Harpreet",
    "Patel Shah Sharma Gupta Singh Kumar Reddy Nair Iyer Mehta Desai Joshi Kapoor Chowdhury Rahman Ahmed Iqbal "
    "Malik Hussain Kaur Subramaniam Krishnamurthy Chandrasekhar Venkat Bose Mukherjee",
    NULL,
    "IND IN India PAK BAN BGD SRI LKA",
    "Mumbai Delhi Lahore Dhaka" },
  { 240,
    "Ngozi Adaeze Chioma Amina Folake Yetunde Abena Akosua Wanjiru Faith Mercy Selam Tigist Thandiwe",
    "Chinedu Emeka Oluwaseun Tunde Kwame Kofi Kipchoge Elijah Abebe Haile Dawit Sipho Thabo Moses",
    "Okafor Adeyemi Okonkwo Balogun Ogunleye Eze Nwosu Abiodun Mensah Owusu Boateng Asante Kip~ Chep~ Kiprot "
    "Cherono Tesfaye Bekele Gebremariam Alemu Dlamini Nkosi Khumalo Mokoena Wanjiku Otieno Ochieng Mwangi",
    "korir lagat koech ngetich rono",
    "NGR NGA Nigeria GHA KEN Kenya ETH RSA ZAF UGA",
    "Lagos Nairobi Accra Eldoret Johannesburg" },
  { 170,
    "Yuki Sakura Haruka Aiko Naoko Keiko Mei-Ling Xiaomei Hui_Min Li_Na Jia_Yi Min-ji Soo-jin Thị_Hương Nguyệt",
    "Hiroshi Kenji Takashi Daisuke Yūta Wei Jun Ming_Hao Zhi_Wei Ka_Ho Min-jun Sung-ho Văn_Đức Quốc_Anh Minh",
    "Tanaka Suzuki Satō Takahashi Watanabe Itō Yamamoto Ōno Wang Li Zhang Liu Chen Yang Huang Zhao Wu Lim Tan Ng "
    "Wong Chan Cheung Kim Park Choi Jeong Nguyễn Trần Phạm Lê Đặng",
    NULL,
    "JPN JP Japan CHN China HKG SGP SIN KOR TPE TWN VIE VNM MAS MYS",
    "Tokyo Singapore Seoul Taipei" },
  { 120,
    "Fatima Aisha Maryam Leila Noor Huda Rania",
    "Ahmed Omar Khalid Youssef Hassan Tariq Ibrahim",
    "al-Hassan El_Sayed Haddad Khoury Nasser bin_Rashid Mansour al-Farsi Benali Bouazza Abdullah Saleh",
    NULL,
    "EGY MAR UAE ARE KSA SAU LIB LBN ALG DZA",
    "Cairo Dubai Casablanca Beirut" },
  { 90,
    "Dewi Putri Ayu Siti Thiri Su_Su",
    "Budi Agus Adi Rizky Aung Min_Thu",
    "Sukarya Wibowo Santosa Suryadi Hidayat Win Hlaing Kyaw",
    NULL,
    "INA IDN Indonesia MYA MMR",
    "Jakarta Bandung Yangon" },
  { 60,
    "Οὐρανία Μαρία Ελένη Анна Ольга Наталья",
    "Γιώργος Νίκος Κώστας Иван Дмитрий Сергей",
    "Παπαδόπουλος Γεωργίου Νικολάου Иванов Петренко Шевченко Соколов",
    NULL,
    "GRE GRC Greece UKR Ukraine BUL BGR",
    "Athens Kyiv Sofia" },
  { 30,
    "فاطمة مريم ليلى نور هدى",
    "أحمد محمد خالد يوسف عمر",
    "الحسن منصور حداد السيد خوري العلي",
    NULL,
    "EGY JOR UAE",
    "Amman Cairo" },
  { 20,
    "שרה רחל נועה תמר יעל",
    "דוד יוסף משה אורי איתן",
    "כהן לוי מזרחי פרץ ביטון אברהם",
    NULL,
    "ISR IL Israel",
    "Haifa Jerusalem" },
  { 35,
    "美咲 陽子 さくら 丽 芳 小梅 지은 수진",
    "健太 翔 大輔 伟 强 志明 민준 성호",
    "佐藤 鈴木 高橋 田中 王 李 张 陳 김 이 박 최",
    NULL,
    "JPN CHN TPE KOR",
    "Osaka Shanghai Busan" },
  { 15,
    "กนกวรรณ สมหญิง พิมพ์ใจ มาลี",
    "สมชาย ธนากร วิชัย อนันต์",
    "ใจดี ศรีสุข วงศ์สวัสดิ์ ทองดี",
    NULL,
    "THA TH Thailand",
    "Bangkok" },
};

static const char nicknames[] = "Bobby Dash Rocky Sunny Ace Buzz";
static const char *const place_beginnings[] = {
  "Ash", "Beck", "Black", "Brad", "Brook", "Carl", "Chester", "Clay", "Cold", "Dal", "Deer", "Elm", "Fair", "Fen",
  "Gold", "Grims", "Hart", "Hazel", "Holt", "Kings", "Lang", "Lin", "Lock", "Marsh", "Mill", "Nor", "Oak", "Old",
  "Pad", "Raven", "Red", "Rock", "Rush", "Sand", "Shel", "Stan", "Sutter", "Thorn", "Under", "Wake", "Wal", "West",
  "Whit", "Win", "Wolver", "Wood",
};
static const char *const place_endings[] = {
  "ley", "ton", "ford", "well", "worth", "by", "field", "ham", "hurst", "stead", "bridge", "combe", "bourne",
  "wick", "more",
};
static const char *const club_kinds[] = { "Harriers", "Road Runners", "Striders", "AC", "Running Club", "Joggers" };

/* How an item of a list of n is drawn: entry_random_below and its like. */
typedef guint (*DrawIndex) (EntryRandom *random, guint n);

static char **
split_list (const char *list)
{
  char **items = g_strsplit (list, " ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    g_strdelimit (items[i], "_", ' ');
  return items;
}

/* Lists are split when first needed and kept. Returns: (transfer none): one of the list. */
static const char *
draw (EntryRandom *random, const char *list, DrawIndex draw_index)
{
  static GHashTable *split = NULL;
  char **items;
  guint n;

  if (split == NULL)
    split = g_hash_table_new (g_direct_hash, g_direct_equal);
  items = g_hash_table_lookup (split, list);
  if (items == NULL)
    {
      items = split_list (list);
      g_hash_table_insert (split, (gpointer) list, items);
    }
  n = g_strv_length (items);
  return items[draw_index (random, n)];
}

static char *
make_place (EntryRandom *random, DrawIndex draw_index)
{
  guint n = G_N_ELEMENTS (place_beginnings) * G_N_ELEMENTS (place_endings);
  /* A step without a common divisor with n spreads the endings over the order. */
  guint place = draw_index (random, n) * 157 % n;

  return g_strconcat (place_beginnings[place % G_N_ELEMENTS (place_beginnings)],
                      place_endings[place / G_N_ELEMENTS (place_beginnings)], NULL);
}

EntryCulture
entry_names_draw_culture (EntryRandom *random, gboolean plain)
{
  guint drawn = entry_random_below (random, 10000);
  guint culture = 0;

  while (!plain && drawn >= cultures[culture].weight)
    {
      drawn -= cultures[culture].weight;
      culture++;
      g_assert (culture < G_N_ELEMENTS (cultures));
    }
  return culture;
}

/* A quarter of the British have the name of a place, which makes for the long tail of rare names. */
static char *
draw_family (EntryRandom *random, EntryCulture culture)
{
  const Culture *own = &cultures[culture];
  const char *family;

  if (culture == 0 && entry_random_happens (random, 2500))
    return make_place (random, entry_random_below);
  family = draw (random, own->families, entry_random_leaning);
  if (g_str_has_suffix (family, "~"))
    return g_strdup_printf ("%.*s%s", (int) strlen (family) - 1, family,
                            draw (random, own->endings, entry_random_below));
  return g_strdup (family);
}

static char *
draw_given (EntryRandom *random, EntryCulture culture, EntrySex sex)
{
  gboolean woman = sex == ENTRY_SEX_FEMALE || (sex == ENTRY_SEX_NON_BINARY && entry_random_happens (random, 5000));
  const char *list = woman ? cultures[culture].women : cultures[culture].men;
  const char *given = draw (random, list, entry_random_leaning);

  if (culture == 0 && entry_random_happens (random, 600))
    return g_strconcat (given, " ", draw (random, list, entry_random_leaning), NULL);
  if (culture < 10 && entry_random_happens (random, 100))
    return g_strconcat (given, "-", draw (random, list, entry_random_leaning), NULL);
  return g_strdup (given);
}

static void
replace (char **text, char *by)
{
  g_free (*text);
  *text = by;
}

/* Of 1,000 people some have, or type, a name that programs stumble over. */
static void
make_odd (EntryRandom *random, EntryCulture culture, EntryName *name)
{
  guint oddity = entry_random_below (random, 1000);

  if (oddity < 20 && culture < 10)
    replace (&name->family,
             g_strconcat (name->family, "-", draw (random, cultures[0].families, entry_random_below), NULL));
  else if (oddity < 40)
    replace (&name->family, g_utf8_strup (name->family, -1));
  else if (oddity < 44)
    {
      replace (&name->family, g_utf8_strdown (name->family, -1));
      replace (&name->given, g_utf8_strdown (name->given, -1));
    }
  else if (oddity < 47)
    replace (&name->family, g_strconcat (name->family, entry_random_happens (random, 5000) ? ", Jr" : " Jr", NULL));
  else if (oddity < 50)
    replace (&name->given, g_strdup_printf ("%s \"%s\"", name->given, draw (random, nicknames, entry_random_below)));
  else if (oddity < 53)
    replace (&name->given, g_strconcat (name->given, " ", NULL));
  else if (oddity < 54)
    replace (&name->given, g_strdup (""));
  else if (oddity < 55)
    replace (&name->family, g_strdup (""));
}

static char *
draw_home (EntryRandom *random, EntryCulture culture, const char **nation)
{
  const Culture *own = &cultures[culture];
  /* Of people with a foreign name two in five are British, and most live in Britain. */
  gboolean british = culture == 0 || entry_random_happens (random, 4000);

  *nation = draw (random, british ? cultures[0].nations : own->nations,
                  british ? entry_random_skewed : entry_random_below);
  if (own->towns == NULL || entry_random_happens (random, 6000))
    return entry_names_draw_town (random);
  return g_strdup (draw (random, own->towns, entry_random_below));
}

void
entry_names_draw (EntryRandom  *random,
                  EntryCulture  culture,
                  EntrySex      sex,
                  const char   *family,
                  gboolean      plain,
                  EntryName    *name)
{
  name->family = family != NULL ? g_strdup (family) : draw_family (random, culture);
  name->given = draw_given (random, culture, sex);
  name->town = draw_home (random, culture, &name->nation);
  if (!plain && family == NULL)
    make_odd (random, culture, name);
}

void
entry_name_clear (EntryName *name)
{
  g_clear_pointer (&name->family, g_free);
  g_clear_pointer (&name->given, g_free);
  g_clear_pointer (&name->town, g_free);
}

char *
entry_names_draw_town (EntryRandom *random)
{
  return make_place (random, entry_random_skewed);
}

char *
entry_names_draw_club (EntryRandom *random)
{
  g_autofree char *place = make_place (random, entry_random_skewed);
  guint kind = entry_random_skewed (random, G_N_ELEMENTS (club_kinds));

  if (entry_random_happens (random, 200))
    return g_strdup_printf ("%s & District %s", place, club_kinds[kind]);
  return g_strdup_printf ("%s %s", place, club_kinds[kind]);
}
