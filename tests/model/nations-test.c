/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the look-up of nations.
 */
#include "model/nations.h"

#include "model/nation-table.h"

#include <string.h>

static void
assert_found (const char *text, const char *code)
{
  char found[4];

  marathon_nation_write (marathon_nation_find (text), found);
  if (strcmp (found, code) != 0)
    g_error ("\"%s\" must be \"%s\", not \"%s\"", text, code, found);
}

typedef struct {
  const char *text;
  const char *code;
} Case;

static const Case codes[] = {
  /* An IOC code wins over the same letters of ISO. */
  { "BRN", "BRN" }, { "BRU", "BRU" }, { "BN", "BRU" }, { "BH", "BRN" }, { "BHR", "BRN" }, { "ANT", "ANT" },
  { "NIG", "NIG" }, { "NER", "NIG" }, { "NGR", "NGR" }, { "NGA", "NGR" },
  /* Where the IOC and ISO differ. */
  { "GER", "GER" }, { "DEU", "GER" }, { "DE", "GER" }, { "SUI", "SUI" }, { "CHE", "SUI" }, { "CH", "SUI" },
  { "NLD", "NED" }, { "DNK", "DEN" }, { "DK", "DEN" }, { "GRC", "GRE" }, { "ZAF", "RSA" }, { "PRT", "POR" },
  { "HRV", "CRO" }, { "BGR", "BUL" }, { "LVA", "LAT" }, { "SVN", "SLO" }, { "MYS", "MAS" }, { "IDN", "INA" },
  { "PHL", "PHI" }, { "VNM", "VIE" }, { "IRN", "IRI" }, { "SAU", "KSA" }, { "ARE", "UAE" }, { "DZA", "ALG" },
  { "MDG", "MAD" }, { "TZA", "TAN" }, { "ZMB", "ZAM" }, { "ZWE", "ZIM" }, { "CHL", "CHI" }, { "PRY", "PAR" },
  { "URY", "URU" }, { "GTM", "GUA" }, { "HND", "HON" }, { "CRI", "CRC" }, { "PRI", "PUR" }, { "HTI", "HAI" },
  { "TWN", "TPE" }, { "MNG", "MGL" }, { "NPL", "NEP" }, { "LKA", "SRI" }, { "MMR", "MYA" },
  /* Near misses that are right. */
  { "SWZ", "SWZ" }, { "SA", "KSA" }, { "AU", "AUS" }, { "AT", "AUT" }, { "SLO", "SLO" }, { "SVK", "SVK" },
  { "PRK", "PRK" }, { "KOR", "KOR" },
  /* The United Kingdom and its parts. */
  { "GBR", "GBR" }, { "GB", "GBR" }, { "UK", "GBR" }, { "ENG", "ENG" }, { "SCO", "SCO" }, { "SCT", "SCO" },
  { "WAL", "WAL" }, { "WLS", "WAL" }, { "NIR", "NIR" }, { "JEY", "JEY" }, { "GGY", "GGY" }, { "IMN", "IOM" },
  { "IM", "IOM" }, { "GIB", "GIB" }, { "GB-ENG", "ENG" }, { "gb-sct", "SCO" },
  /* No country, not in ISO, or no more. */
  { "AIN", "AIN" }, { "EOR", "EOR" }, { "KOS", "KOS" }, { "XKX", "KOS" }, { "URS", "URS" }, { "TCH", "TCH" },
  { "GDR", "GDR" }, { "DDR", "GDR" }, { "FRG", "FRG" }, { "YUG", "YUG" }, { "TKS", "TKS" }, { "TCA", "TKS" },
  /* Former codes, and wrong ones that are common. */
  { "ROM", "ROU" }, { "SIN", "SGP" }, { "LIB", "LBN" }, { "TRI", "TTO" }, { "JAP", "JPN" }, { "HOL", "NED" },
};

static const Case names[] = {
  { "Great Britain", "GBR" },
  { "United Kingdom", "GBR" },
  { "British", "GBR" },
  { "Great Britain & N.I.", "GBR" },
  { "England", "ENG" },
  { "Kenya", "KEN" },
  { "Kenyan", "KEN" },
  { "American", "USA" },
  { "U.S.A.", "USA" },
  { "The United States of America", "USA" },
  { "Holland", "NED" },
  { "Dutch", "NED" },
  { "the Netherlands", "NED" },
  { "Czechia", "CZE" },
  { "Czech Republic", "CZE" },
  { "Switzerland", "SUI" },
  { "Deutschland", "GER" },
  { "Suisse", "SUI" },
  { "ESPAÑA", "ESP" },
  { "Espana", "ESP" },
  { "Österreich", "AUT" },
  { "Svezia", "SWE" },
  { "Nederländerna", "NED" },
  { "Países Baixos", "NED" },
  { "Włochy", "ITA" },
  { "Côte d’Ivoire", "CIV" },
  { "Cote D'Ivoire", "CIV" },
  { "Korea, Republic of", "KOR" },
  { "Korea (Republic of)", "KOR" },
  { "North Korea", "PRK" },
  { "Guinea Bissau", "GBS" },
  { "Guinea-Bissau", "GBS" },
  { "St. Kitts & Nevis", "SKN" },
  { "Saint Kitts and Nevis", "SKN" },
  { "Saint Vincent and the Grenadines", "VIN" },
  { "Bosnia/Herzegovina", "BIH" },
  { "Bosnia and Herzegovina", "BIH" },
  { "Trinidad & Tobago", "TTO" },
  { "Nigerien", "NIG" },
  { "Nigerian", "NGR" },
  { "日本", "JPN" },
};

static const Case spellings[] = {
  { "ken", "KEN" },        { "Ken", "KEN" },      { " KEN", "KEN" },         { "KEN ", "KEN" },
  { "\u00a0KEN", "KEN" },  { "gb", "GBR" },       { "U.K.", "GBR" },         { "\uff27\uff22\uff32", "GBR" },
  { "  New   Zealand ", "NZL" },                  { "NEW ZEALAND", "NZL" },  { "de\u0301u", "GER" },
};

static const char *const unknown[] = {
  "", " ", "-", ".", "&", "The", "K", "D", "QQ", "ZZZ", "QQQQ", "12", "123", "K3N", "KE N", "CS", "Dominican",
  "Congolese", "Atlantis", "KENKEN", "\u00e9\u00e9\u00e9\u00e9", "\xf0\x9f\x8f\x83",
};

static void
assert_cases (const Case *cases, gsize length)
{
  for (gsize i = 0; i < length; i++)
    assert_found (cases[i].text, cases[i].code);
}

static void
test_codes (void)
{
  assert_cases (codes, G_N_ELEMENTS (codes));
}

static void
test_names (void)
{
  assert_cases (names, G_N_ELEMENTS (names));
}

static void
test_spellings (void)
{
  assert_cases (spellings, G_N_ELEMENTS (spellings));
}

static void
test_unknown (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    assert_found (unknown[i], "");
}

/** No line of the table may be out of reach because another holds the same code or name. */
static void
test_table_is_reachable (void)
{
  for (const MarathonNationRow *row = marathon_nation_table; row->code != NULL; row++)
    {
      g_auto (GStrv) others = g_strsplit (row->others, ";", -1);

      assert_found (row->code, row->code);
      assert_found (row->name, row->code);
      if (*row->alpha2 != '\0')
        assert_found (row->alpha2, row->code);
      /* The two ISO codes that are another nation's IOC code. */
      if (*row->alpha3 != '\0' && strcmp (row->code, "BRU") != 0 && strcmp (row->code, "AHO") != 0)
        assert_found (row->alpha3, row->code);
      for (int i = 0; others[i] != NULL; i++)
        {
          g_assert_cmpstr (others[i], !=, "");
          assert_found (others[i], row->code);
        }
    }
}

/** The IOC recognises 206 committees; they come first in the table, in the order of their codes. */
static void
test_every_committee_is_there (void)
{
  int count = 1;

  while (strcmp (marathon_nation_table[count - 1].code, marathon_nation_table[count].code) < 0)
    count++;
  g_assert_cmpint (count, ==, 206);
  g_assert_cmpstr (marathon_nation_table[count - 1].code, ==, "ZIM");
}

static void
test_english_names (void)
{
  g_assert_cmpstr (marathon_nation_get_name (marathon_nation_find ("GBR")), ==, "Great Britain");
  g_assert_cmpstr (marathon_nation_get_name (marathon_nation_find ("CHE")), ==, "Switzerland");
  g_assert_cmpstr (marathon_nation_get_name (marathon_nation_find ("BRN")), ==, "Bahrain");
  g_assert_cmpstr (marathon_nation_get_name (0), ==, "");
  /* ZZZ is no nation, and DEU is one only as another way to write GER. */
  g_assert_cmpstr (marathon_nation_get_name (26 * 26 * 26), ==, "");
  g_assert_cmpstr (marathon_nation_get_name (1 + ((3 * 26) + 4) * 26 + 20), ==, "");
}

static void
test_packing (void)
{
  char buffer[4] = "???";

  g_assert_cmpuint (marathon_nation_find ("KEN"), ==, 1 + ((10 * 26) + 4) * 26 + 13);
  marathon_nation_write (0, buffer);
  g_assert_cmpstr (buffer, ==, "");
  marathon_nation_write (1, buffer);
  g_assert_cmpstr (buffer, ==, "AAA");
  marathon_nation_write (26 * 26 * 26, buffer);
  g_assert_cmpstr (buffer, ==, "ZZZ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nations/codes-are-ioc-then-iso", test_codes);
  g_test_add_func ("/nations/names-and-adjectives-are-known", test_names);
  g_test_add_func ("/nations/spelling-does-not-matter", test_spellings);
  g_test_add_func ("/nations/what-is-not-known-is-none", test_unknown);
  g_test_add_func ("/nations/every-line-of-the-table-is-reachable", test_table_is_reachable);
  g_test_add_func ("/nations/every-olympic-committee-is-there", test_every_committee_is_there);
  g_test_add_func ("/nations/names-are-for-the-codes-in-use", test_english_names);
  g_test_add_func ("/nations/packing-is-as-documented", test_packing);

  return g_test_run ();
}
