/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonGuideCard: rows bound to the table of the fields of a guide.
 */
#include "pages/entrants/guide-card.h"

#include <glib/gi18n-lib.h>

#include "document/today.h"
#include "editing/entrant-edits.h"
#include "model/model-error.h"
#include "model/typed-text.h"
#include "pages/entrants/entrant-notes.h"
#include "pages/entrants/entrant-rows.h"
#include "widgets/choice-field-row.h"
#include "widgets/flag-field-row.h"
#include "widgets/interface.h"
#include "widgets/text-field-row.h"

struct _MarathonGuideCard {
  AdwExpanderRow parent_instance;

  MarathonDocument *document;
  guint64 athlete;
  guint64 id;
  GPtrArray *rows; /* of MarathonFieldRow, the template's */

  GtkWidget *remove_button;
  GtkWidget *show_button;
};

/* Where the guide is now. */
typedef struct {
  MarathonEvent *event;
  guint position; /* of the athlete in the roster */
  guint index;
  const MarathonGuide *guide;
} Place;

enum {
  REFUSED,
  LEAVE,
  SHOW_ENTRANT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarathonGuideCard, marathon_guide_card, ADW_TYPE_EXPANDER_ROW)

static MarathonHistory *
get_history (MarathonGuideCard *card)
{
  return marathon_document_get_history (card->document);
}

static gboolean
find_place (MarathonGuideCard *card, Place *place)
{
  MarathonRoster *roster;
  MarathonDetailsView view;

  place->event = marathon_document_get_event (card->document);
  roster = marathon_event_get_roster (place->event);
  if (!marathon_roster_find (roster, card->athlete, &place->position))
    return FALSE;
  marathon_details_store_get (marathon_event_get_details (place->event),
                              marathon_roster_get (roster, place->position)->details, &view);
  for (place->index = 0; place->index < view.n_guides; place->index++)
    {
      place->guide = &view.guides[place->index];
      if (place->guide->id == card->id)
        return TRUE;
    }
  return FALSE;
}

/* --- What the card says --- */

static void
add_words (GString *line, const char *words)
{
  if (*words == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
}

static char *
describe_leg (const MarathonGuide *guide)
{
  g_autofree char *from = g_strdup_printf ("%.3g", guide->leg_from / 10.0);
  g_autofree char *to = g_strdup_printf ("%.3g", guide->leg_to / 10.0);

  if (guide->leg_from == 0 && guide->leg_to == 0)
    return g_strdup ("");
  if (guide->leg_to == 0)
    /* Translators: a guide runs a part of the course, "from km 20". */
    return g_strdup_printf (_ ("from km %s"), from);
  if (guide->leg_from == 0)
    return g_strdup_printf (_ ("to km %s"), to);
  return g_strdup_printf (_ ("km %s to %s"), from, to);
}

static char *
describe_name (const Place *place)
{
  MarathonEntrant person = { .given = place->guide->given, .family = place->guide->family };

  return marathon_event_get_full_name (place->event, &person);
}

static void
show_title (MarathonGuideCard *card, const Place *place)
{
  g_autofree char *name = describe_name (place);
  g_autofree char *leg = describe_leg (place->guide);
  g_autofree char *title = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  /* Translators: the first, second … guide of an athlete, and the guide's name. */
  title = *name != '\0' ? g_strdup_printf (_ ("Guide %u — %s"), place->index + 1, name)
                        : g_strdup_printf (_ ("Guide %u"), place->index + 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), title);
  add_words (line, _ (marathon_guide_role_words[place->guide->role].label));
  add_words (line, leg);
  add_words (line, marathon_event_text (place->event, place->guide->bib));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card), line->str);
}

/* A guide who runs too is shown by name; by bib it can be typed. */
static char *
describe_entrant (const Place *place)
{
  guint position;
  MarathonRoster *roster = marathon_event_get_roster (place->event);

  if (place->guide->entrant == 0)
    return g_strdup ("");
  if (marathon_roster_find (roster, place->guide->entrant, &position))
    return marathon_event_describe_entrant (place->event, marathon_roster_get (roster, position));
  return g_strdup (_ ("A deleted entrant"));
}

static char *
get_text (const Place *place, MarathonGuideField field)
{
  GString *text;

  if (field == MARATHON_GUIDE_ENTRANT)
    return describe_entrant (place);
  if (field == MARATHON_GUIDE_COLLECTED)
    return marathon_entrant_row_describe_instant (place->event, place->guide->collected);
  text = g_string_new (NULL);
  marathon_guide_append_text (place->event, place->guide, field, text);
  return g_string_free (text, FALSE);
}

static MarathonGuideField
get_field (MarathonFieldRow *row)
{
  return marathon_guide_find_field (marathon_field_row_get_key (row))->field;
}

/* What there is to ask back of a guide, as of an entrant; %NULL for fields of which nothing is asked. */
static char *
get_note (const Place *place, MarathonGuideField field)
{
  const MarathonGuide *guide = place->guide;
  MarathonEntrant person = { .birth = guide->birth, .nation = guide->nation, .nation_code = guide->nation_code };

  if (field == MARATHON_GUIDE_BORN)
    return marathon_entrant_note_born (place->event, &person);
  if (field == MARATHON_GUIDE_NATION)
    return marathon_entrant_note_unknown_nation (place->event, &person);
  return NULL;
}

/* --- Editing --- */

/* A bib typed for "also runs as" is that entrant's id in the event. */
static char *
to_entrant_id (MarathonEvent *event, const char *text)
{
  MarathonHolder holder;
  char buffer[17];

  if (!marathon_event_find_bib (event, text, &holder) || holder.kind != MARATHON_HOLDER_ENTRANT)
    return g_strdup (text);
  marathon_id_write (marathon_roster_get (marathon_event_get_roster (event), holder.position)->id, buffer);
  return g_strdup (buffer);
}

static MarathonFieldType
get_type (MarathonGuideField field)
{
  return field == MARATHON_GUIDE_BORN ? MARATHON_FIELD_TYPE_BIRTH : MARATHON_FIELD_TYPE_TEXT;
}

static char *
to_canonical (MarathonEvent *event, MarathonGuideField field, const char *text)
{
  if (field == MARATHON_GUIDE_ENTRANT)
    return to_entrant_id (event, text);
  return marathon_typed_text_to_canonical (event, get_type (field), text, marathon_today_of_event (event));
}

/* The row says it, as long as the person is there. */
static void
refuse (MarathonGuideCard *card, MarathonFieldRow *row, const char *typed, const GError *error)
{
  g_autofree char *key = g_strconcat ("guide ", marathon_field_row_get_key (row), NULL);
  g_autofree char *sentence = NULL;

  if (get_field (row) == MARATHON_GUIDE_ENTRANT
      && !g_error_matches (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_READ_ONLY))
    sentence = g_strdup (_ ("No entrant has this bib"));
  else
    sentence = marathon_entrant_row_explain (marathon_document_get_event (card->document),
                                             get_type (get_field (row)), key, typed, error);
  marathon_field_row_set_error (row, sentence);
}

static void
on_commit (MarathonGuideCard *card, const char *text, MarathonFieldRow *row)
{
  MarathonGuideField field = get_field (row);
  g_autofree char *canonical = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  Place place;

  if (!find_place (card, &place))
    return;
  canonical = to_canonical (place.event, field, text);
  if (!marathon_entrant_set_guide_field (get_history (card), place.position, place.index, field, canonical, &error))
    {
      refuse (card, row, text, error);
      return;
    }
  if (!find_place (card, &place))
    return;
  shown = get_text (&place, field);
  marathon_field_row_set_text (row, shown);
}

static void
on_remove_clicked (MarathonGuideCard *card)
{
  g_autoptr (GError) error = NULL;
  Place place;

  if (find_place (card, &place)
      && !marathon_entrant_remove_guide (get_history (card), place.position, place.index, &error))
    g_signal_emit (card, signals[REFUSED], 0, error->message);
}

static void
on_show_clicked (MarathonGuideCard *card)
{
  Place place;

  if (find_place (card, &place) && place.guide->entrant != 0)
    g_signal_emit (card, signals[SHOW_ENTRANT], 0, place.guide->entrant);
}

static void
on_leave (MarathonGuideCard *card)
{
  g_signal_emit (card, signals[LEAVE], 0);
}

/* --- The widget --- */

static void
marathon_guide_card_dispose (GObject *object)
{
  MarathonGuideCard *card = MARATHON_GUIDE_CARD (object);

  g_clear_pointer (&card->rows, g_ptr_array_unref);
  g_clear_object (&card->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_GUIDE_CARD);
  G_OBJECT_CLASS (marathon_guide_card_parent_class)->dispose (object);
}

static void
marathon_guide_card_class_init (MarathonGuideCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_guide_card_dispose;
  signals[REFUSED] = g_signal_new ("refused", MARATHON_TYPE_GUIDE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", MARATHON_TYPE_GUIDE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ENTRANT] = g_signal_new ("show-entrant", MARATHON_TYPE_GUIDE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);

  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_CHOICE_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_FLAG_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/entrants/guide-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonGuideCard, remove_button);
  gtk_widget_class_bind_template_child (widget_class, MarathonGuideCard, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
bind_row (MarathonGuideCard *card, MarathonFieldRow *row)
{
  const MarathonGuideFieldInfo *info = marathon_guide_find_field (marathon_field_row_get_key (row));

  marathon_field_row_set_label (row, _ (info->label));
  if (MARATHON_IS_CHOICE_FIELD_ROW (row))
    marathon_choice_field_row_set_words (MARATHON_CHOICE_FIELD_ROW (row), info->vocabulary);
  g_signal_connect_object (row, "commit", G_CALLBACK (on_commit), card, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "leave", G_CALLBACK (on_leave), card, G_CONNECT_SWAPPED);
}

static void
marathon_guide_card_init (MarathonGuideCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
  card->rows = marathon_field_row_list (GTK_WIDGET (card));
  for (guint i = 0; i < card->rows->len; i++)
    bind_row (card, card->rows->pdata[i]);
}

GtkWidget *
marathon_guide_card_new (MarathonDocument *document, guint64 athlete, guint64 guide)
{
  MarathonGuideCard *card = g_object_new (MARATHON_TYPE_GUIDE_CARD, NULL);

  card->document = g_object_ref (document);
  card->athlete = athlete;
  card->id = guide;
  return GTK_WIDGET (card);
}

guint64
marathon_guide_card_get_guide (MarathonGuideCard *card)
{
  return card->id;
}

void
marathon_guide_card_refresh (MarathonGuideCard *card)
{
  gboolean read_only = marathon_document_is_read_only (card->document);
  Place place;

  if (!find_place (card, &place))
    return;
  show_title (card, &place);
  gtk_widget_set_sensitive (card->remove_button, !read_only);
  gtk_widget_set_visible (card->show_button, place.guide->entrant != 0);
  for (guint i = 0; i < card->rows->len; i++)
    {
      MarathonFieldRow *row = card->rows->pdata[i];
      g_autofree char *text = get_text (&place, get_field (row));
      g_autofree char *note = get_note (&place, get_field (row));

      marathon_field_row_set_read_only (row, read_only);
      marathon_field_row_refresh_text (row, text);
      if (note != NULL)
        marathon_field_row_set_note (row, note);
      if (get_field (row) == MARATHON_GUIDE_COLLECTED)
        gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
    }
}

gboolean
marathon_guide_card_commit (MarathonGuideCard *card)
{
  gboolean accepted = TRUE;

  for (guint i = 0; i < card->rows->len; i++)
    accepted &= marathon_field_row_commit (card->rows->pdata[i]);
  return accepted;
}

gboolean
marathon_guide_card_is_dirty (MarathonGuideCard *card)
{
  for (guint i = 0; i < card->rows->len; i++)
    if (marathon_field_row_is_dirty (card->rows->pdata[i]))
      return TRUE;
  return FALSE;
}

MarathonFieldRow *
marathon_guide_card_find_refused (MarathonGuideCard *card)
{
  for (guint i = 0; i < card->rows->len; i++)
    if (marathon_field_row_get_error (card->rows->pdata[i]) != NULL)
      return card->rows->pdata[i];
  return NULL;
}

void
marathon_guide_card_revert (MarathonGuideCard *card)
{
  for (guint i = 0; i < card->rows->len; i++)
    if (marathon_field_row_is_dirty (card->rows->pdata[i]))
      marathon_field_row_revert (card->rows->pdata[i]);
}

void
marathon_guide_card_focus (MarathonGuideCard *card, const char *key)
{
  const char *wanted = *key != '\0' ? key : "family";

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card), TRUE);
  for (guint i = 0; i < card->rows->len; i++)
    if (strcmp (marathon_field_row_get_key (card->rows->pdata[i]), wanted) == 0)
      marathon_field_row_focus (card->rows->pdata[i]);
}
