/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random events, written in the notation of model/model-fixture.h.
 */
#include "planning/random-event.h"

#define N_ENTRANTS 40
#define N_GROUPS 4
#define N_ROUTES 3
#define N_CLASSES 4

static const char *const classes[N_CLASSES] = { "T11", "T12", "T13", "T54" };
static const char *const routes[N_ROUTES] = { "ballot", "charity", "championship" };

/* What the lists hold, so that references resolve. */
typedef struct {
  GRand *random;
  GString *text;
  guint n_categories;
  guint n_waves;
} Writing;

static gboolean
one_in (GRand *random, int n)
{
  return g_rand_int_range (random, 0, n) == 0;
}

static const char *
pick (GRand *random, const char *const *words, int n)
{
  return words[g_rand_int_range (random, 0, n)];
}

static void
append_time (GString *text, const char *name, int minutes)
{
  g_string_append_printf (text, " | %s=%d:%02d:00", name, minutes / 60, minutes % 60);
}

/* --- Records --- */

static void
append_category (Writing *writing, guint index)
{
  GRand *random = writing->random;
  GString *text = writing->text;

  g_string_append_printf (text, "category c%u | name=C%u", index, index);
  if (one_in (random, 2))
    g_string_append_printf (text, " | sex=%s", one_in (random, 2) ? "F" : "M");
  if (one_in (random, 3))
    g_string_append_printf (text, " | age-from=%d", g_rand_int_range (random, 18, 40));
  if (one_in (random, 4))
    g_string_append_printf (text, " | age-to=%d", g_rand_int_range (random, 40, 70));
  if (one_in (random, 4))
    append_time (text, "qualifying", g_rand_int_range (random, 150, 240));
  if (one_in (random, 4))
    g_string_append_printf (text, " | routes=%s", pick (random, routes, N_ROUTES));
  if (one_in (random, 5))
    g_string_append_printf (text, " | classes=T11;T12%s", one_in (random, 2) ? ";T54" : "");
  if (one_in (random, 2))
    g_string_append_printf (text, " | capacity=%d", g_rand_int_range (random, 1, 15));
  g_string_append_c (text, '\n');
}

static void
append_wave (Writing *writing, guint index)
{
  static const int bands[] = { 0, 150, 180, 180, 210, 240, 300 };
  GRand *random = writing->random;
  GString *text = writing->text;
  int from = bands[g_rand_int_range (random, 0, G_N_ELEMENTS (bands))];
  int to = bands[g_rand_int_range (random, 0, G_N_ELEMENTS (bands))];

  g_string_append_printf (text, "wave w%u | name=W%u | start=s%d", index, index, g_rand_int_range (random, 0, 2));
  if (!one_in (random, 5))
    g_string_append_printf (text, " | time=10:%02d", g_rand_int_range (random, 0, 4) * 10);
  if (from != 0 && (to == 0 || from < to))
    append_time (text, "from", from);
  if (to != 0)
    append_time (text, "to", to);
  if (!one_in (random, 4))
    g_string_append_printf (text, " | capacity=%d | headroom=%d", g_rand_int_range (random, 1, 14),
                            g_rand_int_range (random, 0, 3));
  if (one_in (random, 3))
    g_string_append_printf (text, " | routes=%s", pick (random, routes, N_ROUTES));
  if (writing->n_categories > 0 && one_in (random, 3))
    g_string_append_printf (text, " | categories=c%d", g_rand_int_range (random, 0, (gint32) writing->n_categories));
  g_string_append_c (text, '\n');
}

static void
append_block (Writing *writing, guint index)
{
  static const char *const prefixes[] = { "", "", "A", "W" };
  static const char *const orders[] = { "predicted", "rank", "pb", "qualifying", "name", "entered", "wave" };
  GRand *random = writing->random;
  GString *text = writing->text;
  int first = g_rand_int_range (random, 1, 60);

  g_string_append_printf (text, "bib-block b%u | name=B%u | prefix=%s | numbers=%d-%d,-13 | order=%s | digits=%d", index, index,
                          pick (random, prefixes, G_N_ELEMENTS (prefixes)), first,
                          first + g_rand_int_range (random, 1, 25), pick (random, orders, G_N_ELEMENTS (orders)),
                          g_rand_int_range (random, 0, 4));
  if (one_in (random, 3))
    g_string_append_printf (text, " | late-share=%d", g_rand_int_range (random, 0, 101));
  if (writing->n_categories > 0 && one_in (random, 3))
    g_string_append_printf (text, " | categories=c%d", g_rand_int_range (random, 0, (gint32) writing->n_categories));
  if (one_in (random, 3))
    g_string_append_printf (text, " | waves=w%d", g_rand_int_range (random, 0, (gint32) writing->n_waves));
  if (one_in (random, 4))
    g_string_append_printf (text, " | routes=%s", pick (random, routes, N_ROUTES));
  g_string_append_c (text, '\n');
}

static void
append_records (Writing *writing)
{
  GRand *random = writing->random;
  int n_blocks = g_rand_int_range (random, 1, 5);

  g_string_append (writing->text, "event | title=Race | date=2014-04-13 | language=en\n");
  if (one_in (random, 2))
    g_string_append (writing->text, "rules | default-predicted=4:10:00\n");
  g_string_append (writing->text, "start s0 | name=S0 | share=30\nstart s1 | name=S1\n");
  for (guint i = 0; i < writing->n_categories; i++)
    append_category (writing, i);
  for (guint i = 0; i < writing->n_waves; i++)
    append_wave (writing, i);
  for (int i = 0; i < n_blocks; i++)
    append_block (writing, (guint) i);
  for (guint i = 0; i < N_GROUPS; i++)
    g_string_append_printf (writing->text, "group g%u | name=G%u | together=%s | bib=%s\n", i, i,
                            one_in (random, 4) ? "no" : "yes", i == 0 ? "900" : "");
}

/* --- Entrants --- */

static void
append_person (GString *text, GRand *random, guint id)
{
  g_string_append_printf (text, "entrant %x | family=N%d | given=P%d", id, g_rand_int_range (random, 0, 20), g_rand_int_range (random, 0, 9));
  if (!one_in (random, 6))
    append_time (text, "predicted", g_rand_int_range (random, 130, 330));
  if (!one_in (random, 4))
    append_time (text, "pb", g_rand_int_range (random, 130, 330));
  if (!one_in (random, 8))
    g_string_append_printf (text, " | sex=%s", one_in (random, 2) ? "F" : "M");
  if (!one_in (random, 8))
    g_string_append_printf (text, " | born=%d-06-01", g_rand_int_range (random, 1940, 1998));
  if (!one_in (random, 4))
    g_string_append_printf (text, " | route=%s", pick (random, routes, N_ROUTES));
  if (one_in (random, 6))
    g_string_append_printf (text, " | class=%s", pick (random, classes, N_CLASSES));
  if (!one_in (random, 3))
    g_string_append_printf (text, " | entered=2014-01-%02d", g_rand_int_range (random, 1, 8));
  if (one_in (random, 5))
    g_string_append_printf (text, " | rank=%d", g_rand_int_range (random, 1, 9));
}

void
random_event_append_single (GString *text, GRand *random, guint id)
{
  append_person (text, random, id);
  g_string_append_c (text, '\n');
}

static void
append_places (Writing *writing, guint id, gboolean may_have_bib)
{
  static const char *const pins[] = { "bib", "wave", "category", "bib;wave", "bib;wave;category" };
  static const char *const statuses[] = { "applied", "withdrawn", "deferred" };
  GRand *random = writing->random;
  GString *text = writing->text;
  gboolean has_bib = may_have_bib && one_in (random, 4);

  if (one_in (random, 5))
    g_string_append_printf (text, " | status=%s", pick (random, statuses, G_N_ELEMENTS (statuses)));
  if (writing->n_categories > 0 && !one_in (random, 3))
    g_string_append_printf (text, " | category=c%d", g_rand_int_range (random, 0, (gint32) writing->n_categories));
  if (one_in (random, 2))
    g_string_append_printf (text, " | wave=w%d", g_rand_int_range (random, 0, (gint32) writing->n_waves));
  if (has_bib)
    g_string_append_printf (text, " | bib=%s%u", one_in (random, 3) ? "A" : "", id);
  if (one_in (random, 5))
    g_string_append_printf (text, " | pins=%s", pick (random, pins, G_N_ELEMENTS (pins)));
  if (has_bib && one_in (random, 3))
    g_string_append (text, " | printed=yes");
  if (has_bib && one_in (random, 3))
    g_string_append (text, " | collected=2014-04-12T10:00:00Z");
}

static void
append_entrant (Writing *writing, guint id)
{
  GRand *random = writing->random;
  int group = one_in (random, 3) ? g_rand_int_range (random, 0, N_GROUPS) : -1;
  int n_guides = one_in (random, 6) ? g_rand_int_range (random, 1, 3) : 0;

  append_person (writing->text, random, id);
  if (group >= 0)
    g_string_append_printf (writing->text, " | group=g%d", group);
  append_places (writing, id, group != 0);
  g_string_append_c (writing->text, '\n');
  for (int i = 0; i < n_guides; i++)
    g_string_append_printf (writing->text, "guide %x | given=Guide%s\n", id * 16 + 0x10000 + (guint) i,
                            one_in (random, 5) ? " | waiver=yes" : "");
}

MarathonEvent *
random_event_new (GRand *random)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writing writing = { random, text, (guint) g_rand_int_range (random, 0, 5), (guint) g_rand_int_range (random, 1, 8) };
  MarathonEvent *event;

  append_records (&writing);
  for (guint i = 1; i <= N_ENTRANTS; i++)
    append_entrant (&writing, i);
  event = model_fixture_new (text->str);
  return event;
}
