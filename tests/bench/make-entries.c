/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes to standard output what the entry system of a city marathon exports: a CSV file of invented people.
 *
 *   make-entries [--count N] [--seed S] [--style realistic|plain]
 *
 * The same arguments give the same bytes. N counts entrants; guides have rows of their own below their athlete and
 * come on top. "plain" leaves out foreign names and everything that is odd. E-mail addresses are at example.org;
 * telephone numbers are of the range +44 7700 900000 to 900999, which the British regulator keeps free for fiction.
 */
#include "entry-names.h"

#include "base/fold.h"
#include "formats/csv-writer.h"

#include <stdio.h>
#include <string.h>

#define RACE_YEAR 2026

enum {
  ENTRY_ID,
  FAMILY_NAME,
  GIVEN_NAME,
  GENDER,
  DATE_OF_BIRTH,
  NATIONALITY,
  CLUB,
  TOWN,
  EMAIL,
  MOBILE,
  PREDICTED_TIME,
  QUALIFYING_TIME,
  ENTRY_ROUTE,
  CHARITY,
  STATUS,
  MODE,
  PARA_CLASS,
  GUIDE_OF,
  GUIDE_ROLE,
  GROUP,
  EMERGENCY_CONTACT,
  EMERGENCY_PHONE,
  MEDICAL,
  T_SHIRT,
  N_COLUMNS,
};

static const char *const column_names[N_COLUMNS] = {
  "Entry ID", "Family Name", "Given Name", "Gender", "Date of Birth", "Nationality", "Club", "Town", "Email",
  "Mobile", "Predicted Time", "Qualifying Time", "Entry Route", "Charity", "Status", "Mode", "Para Class",
  "Guide Of", "Guide Role", "Group", "Emergency Contact", "Emergency Phone", "Medical", "T-Shirt",
};

typedef enum {
  FIELD_MASS,
  FIELD_ELITE,
  FIELD_CHAMPIONSHIP,
  FIELD_CHAIR,
  FIELD_BLIND,
  FIELD_AMBULANT,
  FIELD_LEISURE_CHAIR,
  FIELD_FRAME,
} Field;

typedef struct {
  EntryRandom random;
  gboolean plain;
  guint count;
  guint n_entrants;
  guint n_rows;
  guint n_groups;
  GString *out;
  MarathonCsvWriter *writer;
} Generator;

/* One row. Its texts are owned by the strings beside them, or are literals. */
typedef struct {
  const char *cells[N_COLUMNS];
  GPtrArray *owned;
  EntrySex sex;
  int age;
} Entry;

static const char *const sex_words[] = { "Male", "Female", "Non-binary" };
static const char *const sizes[] = { "XS", "S", "M", "L", "XL", "XXL" };
static const char *const blind_classes[] = { "T11", "T12", "T13" };
static const char *const chair_classes[] = { "T51", "T52", "T53", "T53", "T54", "T54", "T54", "T54" };
static const char *const ambulant_classes[] = { "T20", "T38", "T42", "T44", "T46", "T46", "T63", "T64" };
static const char *const charity_beginnings[] = {
  "Harbour", "Lantern", "Oak Tree", "Little Wins", "St Brendan's", "Rainbow", "Kestrel", "Second Chance",
  "Bluebell", "Open Door", "Northern Lights", "River",
};
static const char *const charity_endings[] = {
  "Hospice", "Children's Trust", "Foundation", "Cancer Care", "Rescue", "Heart Appeal",
};
static const char *const odd_charities[] = {
  "Hands, Hearts & Homes", "The \"Little Wins\" Fund", "L'Espoir, a.s.b.l.",
};
static const char *const costumes[] = {
  "Colossal Carrot", "Four-Seater Canoe", "Pantomime Horses", "Double-Decker Bus", "Giant Teapot", "Caterpillar",
  "Fire Engine", "\"The Wall\"",
};
static const char *const medical_notes[] = {
  "Asthma – carries an inhaler", "Type 1 diabetes, insulin pump", "Allergic to penicillin",
  "Epilepsy; last seizure 2019", "Pacemaker fitted 2021", "Severe nut allergy (EpiPen)",
  "\"Exercise-induced\" asthma", "Hay fever\nTakes cetirizine", "Takes blood thinners",
};

/* --- One row --- */

static void
entry_clear (Entry *entry)
{
  g_ptr_array_unref (entry->owned);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static void
put (Entry *entry, guint column, char *text)
{
  g_ptr_array_add (entry->owned, text);
  entry->cells[column] = text;
}

static void
write_row (Generator *self, const char *const *cells)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    marathon_csv_writer_append_cell (self->writer, cells[column], -1);
  marathon_csv_writer_row_end (self->writer);
  if (self->out->len < 65536)
    return;
  fwrite (self->out->str, 1, self->out->len, stdout);
  g_string_truncate (self->out, 0);
}

static const char *
draw_sex (Generator *self, EntrySex *sex)
{
  guint drawn = entry_random_below (&self->random, 1000);

  *sex = drawn < 414 ? ENTRY_SEX_FEMALE : drawn < 994 ? ENTRY_SEX_MALE : ENTRY_SEX_NON_BINARY;
  return sex_words[*sex];
}

static char *
draw_phone (Generator *self)
{
  return g_strdup_printf ("+44 7700 900%03u", entry_random_below (&self->random, 1000));
}

/* Given and family name in the letters that addresses may have; a number tells people of one name apart. */
static char *
make_email (const Entry *entry, guint number)
{
  g_autofree char *folded_given = marathon_fold (entry->cells[GIVEN_NAME]);
  g_autofree char *folded_family = marathon_fold (entry->cells[FAMILY_NAME]);
  GString *address = g_string_new (NULL);

  for (const char *at = folded_given; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (address, *at);
  if (address->len > 0)
    g_string_append_c (address, '.');
  for (const char *at = folded_family; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (address, *at);
  if (address->len < 3)
    g_string_assign (address, "runner");
  g_string_append_printf (address, "%u@example.org", number);
  return g_string_free (address, FALSE);
}

/* Of somebody who is of age on the day of the race, whenever in the year that is. */
static char *
draw_birth_date (Generator *self, int age)
{
  guint month = 1 + entry_random_below (&self->random, 12);
  guint day = 1 + entry_random_below (&self->random, 28);

  return g_strdup_printf ("%04d-%02u-%02u", RACE_YEAR - 1 - age, month, day);
}

/* Of most fields; one entrant in seven may be a good deal older. */
static int
draw_oldest (Generator *self)
{
  return entry_random_happens (&self->random, 1500) ? 84 : 62;
}

static void
draw_person (Generator *self, Entry *entry, int oldest, const char *family)
{
  EntryCulture culture = entry_names_draw_culture (&self->random, self->plain);
  g_auto (EntryName) name = { NULL };

  *entry = (Entry) { .owned = g_ptr_array_new_with_free_func (g_free) };
  entry->cells[GENDER] = draw_sex (self, &entry->sex);
  entry->age = entry_random_around (&self->random, 18, oldest);
  entry_names_draw (&self->random, culture, entry->sex, family, self->plain, &name);
  self->n_rows++;

  put (entry, ENTRY_ID, g_strdup_printf ("E%07u", 1000000 + self->n_rows));
  entry->cells[NATIONALITY] = name.nation;
  put (entry, FAMILY_NAME, g_steal_pointer (&name.family));
  put (entry, GIVEN_NAME, g_steal_pointer (&name.given));
  put (entry, TOWN, g_steal_pointer (&name.town));
  put (entry, DATE_OF_BIRTH, draw_birth_date (self, entry->age));
  put (entry, EMAIL, make_email (entry, self->n_rows));
  put (entry, MOBILE, draw_phone (self));
  put (entry, EMERGENCY_PHONE, draw_phone (self));
  put (entry, EMERGENCY_CONTACT, g_strdup_printf ("%s %s", entry_random_happens (&self->random, 5000) ? "Pat" : "Chris",
                                                  entry->cells[FAMILY_NAME]));
  entry->cells[T_SHIRT] = sizes[entry_random_around (&self->random, 0, (int) G_N_ELEMENTS (sizes) - 1)];
  if (entry_random_happens (&self->random, 400))
    entry->cells[MEDICAL] = medical_notes[entry_random_below (&self->random, G_N_ELEMENTS (medical_notes))];
}

/* --- Times and routes --- */

static char *
format_time (int seconds)
{
  return g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/* In minutes: best and slowest of a field, for men; women's are a tenth longer. */
static int
draw_seconds (Generator *self, const Entry *entry, Field field)
{
  static const struct {
    int best;
    int slowest;
  } bounds[] = {
    [FIELD_MASS] = { 150, 400 },     [FIELD_ELITE] = { 124, 142 },         [FIELD_CHAMPIONSHIP] = { 143, 160 },
    [FIELD_CHAIR] = { 84, 140 },     [FIELD_BLIND] = { 155, 330 },         [FIELD_AMBULANT] = { 150, 360 },
    [FIELD_FRAME] = { 280, 480 },    [FIELD_LEISURE_CHAIR] = { 240, 480 },
  };
  int seconds = entry_random_around (&self->random, bounds[field].best * 60, bounds[field].slowest * 60);

  if (entry->sex == ENTRY_SEX_FEMALE)
    seconds += seconds / 10;
  if (field == FIELD_MASS && entry->age > 45)
    seconds += (entry->age - 45) * 90;
  return seconds;
}

/* Most people name a time to the next five minutes; one in eight names none. */
static void
put_predicted (Generator *self, Entry *entry, int seconds)
{
  if (entry_random_happens (&self->random, 1200))
    return;
  if (entry_random_happens (&self->random, 7000))
    seconds = (seconds + 299) / 300 * 300;
  put (entry, PREDICTED_TIME, format_time (seconds));
}

static void
put_charity (Generator *self, Entry *entry)
{
  if (!self->plain && entry_random_happens (&self->random, 300))
    entry->cells[CHARITY] = odd_charities[entry_random_below (&self->random, G_N_ELEMENTS (odd_charities))];
  else
    {
      guint charity
          = entry_random_skewed (&self->random, G_N_ELEMENTS (charity_beginnings) * G_N_ELEMENTS (charity_endings));

      put (entry, CHARITY, g_strdup_printf ("%s %s", charity_beginnings[charity % G_N_ELEMENTS (charity_beginnings)],
                                            charity_endings[charity / G_N_ELEMENTS (charity_beginnings)]));
    }
}

static void
put_mass_route (Generator *self, Entry *entry, int seconds)
{
  guint drawn = entry_random_below (&self->random, 1000);
  int qualifying_limit = entry->sex == ENTRY_SEX_FEMALE ? 14400 : 11700;

  if (seconds < qualifying_limit + (entry->age - 40) * 60 && entry_random_happens (&self->random, 6000))
    {
      entry->cells[ENTRY_ROUTE] = "Good For Age";
      put (entry, QUALIFYING_TIME, format_time (seconds - (int) entry_random_below (&self->random, 400)));
    }
  else if (drawn < 380)
    {
      entry->cells[ENTRY_ROUTE] = "Charity";
      put_charity (self, entry);
    }
  else
    entry->cells[ENTRY_ROUTE] = drawn < 430 ? "Club" : drawn < 470 ? "Sponsor" : drawn < 475 ? "Invited" : "Ballot";
}

static void
put_club (Generator *self, Entry *entry, guint share)
{
  if (entry_random_happens (&self->random, share))
    put (entry, CLUB, entry_names_draw_club (&self->random));
}

static void
put_status (Generator *self, Entry *entry)
{
  guint drawn = entry_random_below (&self->random, 1000);

  entry->cells[STATUS] = drawn < 930 ? "Accepted" : drawn < 968 ? "Withdrawn" : "Deferred";
}

static void
put_mass (Generator *self, Entry *entry)
{
  int seconds = draw_seconds (self, entry, FIELD_MASS);

  put_predicted (self, entry, seconds);
  put_mass_route (self, entry, seconds);
  put_club (self, entry, g_str_equal (entry->cells[ENTRY_ROUTE], "Club") ? 10000 : 3300);
  put_status (self, entry);
}

/* Elite and championship runners: a qualifying time, and a prediction near it. */
static void
put_fast (Generator *self, Entry *entry, Field field)
{
  int seconds = draw_seconds (self, entry, field);

  put (entry, QUALIFYING_TIME, format_time (seconds));
  put (entry, PREDICTED_TIME, format_time (seconds - 60 + (int) entry_random_below (&self->random, 240)));
  entry->cells[ENTRY_ROUTE] = field == FIELD_CHAMPIONSHIP ? "Championship" : "Elite";
  put_club (self, entry, field == FIELD_CHAMPIONSHIP ? 10000 : 4000);
  put_status (self, entry);
}

static void
put_para (Generator *self, Entry *entry, Field field)
{
  gboolean elite = field == FIELD_CHAIR || entry_random_happens (&self->random, 2500);
  int seconds = draw_seconds (self, entry, field);

  if (elite)
    {
      put (entry, QUALIFYING_TIME, format_time (seconds));
      put (entry, PREDICTED_TIME, format_time (seconds));
      entry->cells[ENTRY_ROUTE] = "Elite";
      put_status (self, entry);
    }
  else
    put_mass (self, entry);

  if (field == FIELD_CHAIR)
    entry->cells[PARA_CLASS] = chair_classes[entry_random_below (&self->random, G_N_ELEMENTS (chair_classes))];
  else if (field == FIELD_BLIND)
    entry->cells[PARA_CLASS] = blind_classes[entry_random_below (&self->random, G_N_ELEMENTS (blind_classes))];
  else if (field == FIELD_AMBULANT)
    entry->cells[PARA_CLASS] = ambulant_classes[entry_random_below (&self->random, G_N_ELEMENTS (ambulant_classes))];
  else if (field == FIELD_FRAME)
    entry->cells[PARA_CLASS] = entry_random_happens (&self->random, 5000) ? "T71" : "T72";

  if (field == FIELD_CHAIR)
    entry->cells[MODE] = "Racing wheelchair";
  else if (field == FIELD_LEISURE_CHAIR)
    entry->cells[MODE] = "Everyday wheelchair";
  else if (field == FIELD_FRAME)
    entry->cells[MODE] = "Frame runner";
}

/* --- Those who start together --- */

static void
write_guide (Generator *self, const Entry *athlete)
{
  g_auto (Entry) guide = { { NULL } };

  draw_person (self, &guide, 62, NULL);
  guide.cells[GUIDE_OF] = athlete->cells[ENTRY_ID];
  guide.cells[GUIDE_ROLE] = "Guide";
  guide.cells[STATUS] = athlete->cells[STATUS];
  put_club (self, &guide, 5000);
  write_row (self, guide.cells);
}

/* T11 must have a guide, T12 may, T13 runs alone; not all para athletes of the mass field are classified. */
static void
write_blind (Generator *self)
{
  g_auto (Entry) athlete = { { NULL } };
  guint n_guides;

  draw_person (self, &athlete, 62, NULL);
  put_para (self, &athlete, FIELD_BLIND);
  if (g_str_equal (athlete.cells[PARA_CLASS], "T11"))
    n_guides = entry_random_happens (&self->random, 3500) ? 2 : 1;
  else if (g_str_equal (athlete.cells[PARA_CLASS], "T12"))
    n_guides = entry_random_happens (&self->random, 6000) ? 1 : 0;
  else
    n_guides = 0;
  write_row (self, athlete.cells);
  for (guint i = 0; i < n_guides; i++)
    write_guide (self, &athlete);
  self->n_entrants++;
}

static void
write_single (Generator *self, Field field)
{
  g_auto (Entry) entry = { { NULL } };
  gboolean young = field == FIELD_ELITE || field == FIELD_CHAMPIONSHIP || field == FIELD_CHAIR;

  draw_person (self, &entry, young ? 46 : draw_oldest (self), NULL);
  if (field == FIELD_MASS)
    put_mass (self, &entry);
  else if (field == FIELD_ELITE || field == FIELD_CHAMPIONSHIP)
    put_fast (self, &entry, field);
  else
    put_para (self, &entry, field);
  write_row (self, entry.cells);
  self->n_entrants++;
}

/* Somebody who entered twice: by ballot and, as that was not sure, for a charity too, with another way of writing
 * the name. */
static void
write_double (Generator *self)
{
  g_auto (Entry) entry = { { NULL } };
  g_autofree char *upper = NULL;

  draw_person (self, &entry, draw_oldest (self), NULL);
  put_mass (self, &entry);
  entry.cells[ENTRY_ROUTE] = "Ballot";
  entry.cells[CHARITY] = NULL;
  write_row (self, entry.cells);

  self->n_rows++;
  put (&entry, ENTRY_ID, g_strdup_printf ("E%07u", 1000000 + self->n_rows));
  upper = g_utf8_strup (entry.cells[FAMILY_NAME], -1);
  entry.cells[FAMILY_NAME] = upper;
  entry.cells[ENTRY_ROUTE] = "Charity";
  entry.cells[QUALIFYING_TIME] = NULL;
  put_charity (self, &entry);
  write_row (self, entry.cells);
  self->n_entrants += 2;
}

typedef enum {
  TOGETHER_PAIR,
  TOGETHER_SIBLINGS,
  TOGETHER_COSTUME,
} Together;

static char *
name_group (Generator *self, Together kind, const Entry *first)
{
  self->n_groups++;
  if (kind == TOGETHER_SIBLINGS)
    return g_strdup_printf ("Siblings %s %u", first->cells[FAMILY_NAME], self->n_groups);
  if (kind == TOGETHER_PAIR)
    return g_strdup_printf ("Pair %u", self->n_groups);
  return g_strdup_printf ("%s %u", costumes[entry_random_below (&self->random, G_N_ELEMENTS (costumes))],
                          self->n_groups);
}

static void
write_together (Generator *self, Together kind)
{
  guint n = kind == TOGETHER_COSTUME ? 4 : 2;
  g_autofree char *group = NULL;
  g_autofree char *family = NULL;
  g_autofree char *charity = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_auto (Entry) entry = { { NULL } };

      draw_person (self, &entry, draw_oldest (self), kind == TOGETHER_SIBLINGS ? family : NULL);
      put_mass (self, &entry);
      if (group == NULL)
        {
          group = name_group (self, kind, &entry);
          family = g_strdup (entry.cells[FAMILY_NAME]);
          put_charity (self, &entry);
          charity = g_strdup (entry.cells[CHARITY]);
        }
      entry.cells[GROUP] = group;
      if (kind == TOGETHER_COSTUME)
        {
          entry.cells[ENTRY_ROUTE] = "Charity";
          entry.cells[QUALIFYING_TIME] = NULL;
          entry.cells[CHARITY] = charity;
        }
      else if (!g_str_equal (entry.cells[ENTRY_ROUTE], "Charity"))
        entry.cells[CHARITY] = NULL;
      write_row (self, entry.cells);
    }
  self->n_entrants += n;
}

/* --- The file --- */

static void
write_next (Generator *self)
{
  guint drawn = entry_random_below (&self->random, 10000);
  guint room = self->count - self->n_entrants;

  if (drawn < 25)
    write_blind (self);
  else if (drawn < 40)
    write_single (self, FIELD_CHAIR);
  else if (drawn < 46)
    write_single (self, FIELD_AMBULANT);
  else if (drawn < 49)
    write_single (self, FIELD_LEISURE_CHAIR);
  else if (drawn < 51)
    write_single (self, FIELD_FRAME);
  else if (drawn < 63)
    write_single (self, FIELD_ELITE);
  else if (drawn < 220)
    write_single (self, FIELD_CHAMPIONSHIP);
  else if (drawn < 320 && room >= 2)
    write_together (self, TOGETHER_PAIR);
  else if (drawn < 350 && room >= 2)
    write_together (self, TOGETHER_SIBLINGS);
  else if (drawn < 360 && room >= 4)
    write_together (self, TOGETHER_COSTUME);
  else if (drawn < 365 && room >= 2 && !self->plain)
    write_double (self);
  else
    write_single (self, FIELD_MASS);
}

static gboolean
write_file (guint count, guint64 seed, gboolean plain)
{
  MarathonCsvWriterOptions options = { .raw = TRUE };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MarathonCsvWriter) writer = marathon_csv_writer_new (out, &options);
  Generator generator = { .random = { seed }, .plain = plain, .count = count, .out = out, .writer = writer };

  write_row (&generator, column_names);
  while (generator.n_entrants < count)
    write_next (&generator);
  fwrite (out->str, 1, out->len, stdout);
  return fflush (stdout) == 0 && !ferror (stdout);
}

int
main (int argc, char *argv[])
{
  gint count = 1000;
  gint64 seed = 1;
  g_autofree char *style = NULL;
  const GOptionEntry entries[] = {
    { "count", 'n', 0, G_OPTION_ARG_INT, &count, "How many entrants (default 1000)", "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "Another seed gives other people (default 1)", "S" },
    { "style", 0, 0, G_OPTION_ARG_STRING, &style, "realistic (default) or plain (British names, nothing odd)",
      "STYLE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("make-entries: %s\n", error->message);
      return 2;
    }
  if (argc > 1 || count < 0 || (style != NULL && !g_str_equal (style, "realistic") && !g_str_equal (style, "plain")))
    {
      g_printerr ("make-entries: --count N --seed S --style realistic|plain\n");
      return 2;
    }
  if (!write_file ((guint) count, (guint64) seed, style != NULL && g_str_equal (style, "plain")))
    {
      g_printerr ("make-entries: standard output cannot be written\n");
      return 1;
    }
  return 0;
}
