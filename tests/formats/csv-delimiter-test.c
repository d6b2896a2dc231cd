/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/csv-delimiter.h.
 */
#include "formats/csv-delimiter.h"

#include <string.h>

static const struct {
  const char *path;
  const char *text;
  char delimiter;
} cases[] = {
  { "comma", "Bib,Family,Given\n1,Okafor,Ada\n", ',' },
  { "semicolon", "Bib;Family;Given\r\n1;Okafor;Ada\r\n", ';' },
  { "tab", "Bib\tFamily\tGiven\r1\tOkafor\tAda\r", '\t' },
  { "bar", "Bib|Family|Given\n1|Okafor|Ada", '|' },
  { "nothing-is-a-comma", "", ',' },
  { "one-column-is-a-comma", "Bib\n1\n2\n", ',' },
  { "decimal-commas-do-not-count-where-columns-are-more", "Bib;Time;Town\n1;3,5;Leeds\n2;4,5;York\n", ';' },
  { "commas-in-names-do-not-count", "Name;Bib\nOkafor, Ada;1\nStone, Ben;2\nLee, Cy;3\n", ';' },
  { "delimiters-in-quotes-do-not-count", "Name,Tags\n\"Ada\",\"a;b;c\"\n\"Ben\",\"d;e;f\"\n", ',' },
  { "line-ends-in-quotes-do-not-count", "Name;Note\nAda;\"a,\nb,\nc,\n\"\nBen;\"d\"\n", ';' },
  { "doubled-quotes-stay-inside", "Name;Note\nAda;\"said \"\"a,b\"\"; and , , ,\"\nBen;x\n", ';' },
  { "titles-above-the-header", "Town Race, 2026\n\nBib;Family;Given\n1;Okafor;Ada\n2;Stone;Ben\n3;Lee;Cy\n", ';' },
  { "a-few-ragged-rows-decide-nothing",
    "N;B;T\na,a;1;1\nb,b;1;1\nc,c;1;1\nd,d;1;1\ne,e;1;1\nf,f;1;1\ng,g;1;1\nh,h;1;1\ni,i;1;1\nj,j;1;1\nk,k;1;1\n"
    "l,l;1;1\nm,m;1;1\nn,n;1;1\no,o;1;1\np,p;1;1\nq,q;1;1\nr,r;1\n",
    ';' },
};

static void
test_guess (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);

  g_assert_cmpint (marathon_csv_delimiter_guess (cases[i].text, strlen (cases[i].text)), ==, cases[i].delimiter);
}

/* The sample ends within a line, which must not count as a ragged one; and what is beyond it is not read. */
static void
test_only_the_beginning_counts (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 48; i++)
    {
      for (guint cell = 0; cell < 200; cell++)
        g_string_append (text, "runner;");
      g_string_append (text, "last\n");
    }
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "a,b,c,d,e,f\n");

  g_assert_cmpint (marathon_csv_delimiter_guess (text->str, text->len), ==, ';');
}

static void
test_one_line_longer_than_the_sample (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 100000)
    g_string_append (text, "long long cell|");

  g_assert_cmpint (marathon_csv_delimiter_guess (text->str, text->len), ==, '|');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv-delimiter/%s", cases[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_guess);
    }
  g_test_add_func ("/csv-delimiter/only-the-beginning-counts", test_only_the_beginning_counts);
  g_test_add_func ("/csv-delimiter/one-line-longer-than-the-sample", test_one_line_longer_than_the_sample);

  return g_test_run ();
}
