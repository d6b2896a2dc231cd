/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWaveMark: a button that tells its wave.
 */
#include "pages/waves/wave-mark.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/start.h"
#include "widgets/colour-sample.h"
#include "widgets/fill-bar.h"
#include "widgets/interface.h"

struct _MarathonWaveMark {
  GtkButton parent_instance;

  MarathonWave *wave;

  MarathonColourSample *sample;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (MarathonWaveMark, marathon_wave_mark, GTK_TYPE_BUTTON)

static void
marathon_wave_mark_dispose (GObject *object)
{
  g_clear_object (&MARATHON_WAVE_MARK (object)->wave);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_WAVE_MARK);
  G_OBJECT_CLASS (marathon_wave_mark_parent_class)->dispose (object);
}

static void
marathon_wave_mark_class_init (MarathonWaveMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_wave_mark_dispose;
  g_type_ensure (MARATHON_TYPE_COLOUR_SAMPLE);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/waves/wave-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonWaveMark, sample);
  gtk_widget_class_bind_template_child (widget_class, MarathonWaveMark, bar);
}

static void
marathon_wave_mark_init (MarathonWaveMark *mark)
{
  gtk_widget_init_template (GTK_WIDGET (mark));
}

/* Characters of a name that says nothing but which wave of its start it is. */
#define SHORT_NAME 2

/* "3" of "Red 3": the lane says the rest. But "Elite men" is no "men". */
static const char *
get_short_name (const MarathonWave *wave, const MarathonStart *start)
{
  gsize length = start != NULL ? strlen (start->name) : 0;

  if (length > 0 && strncmp (wave->name, start->name, length) == 0 && wave->name[length] == ' '
      && g_utf8_strlen (wave->name + length + 1, -1) <= SHORT_NAME)
    return wave->name + length + 1;
  return wave->name;
}

static void
say (MarathonWaveMark *mark, MarathonEvent *event, MarathonFill fill)
{
  g_autofree char *name = marathon_wave_get_full_name (mark->wave, event);
  g_autofree char *time = marathon_clock_format (mark->wave->time);
  g_autofree char *numbers = marathon_fill_bar_describe (fill.count, fill.capacity);
  /* Translators: a wave, when it starts, and how full it is: "Red 3, 10:10: 850 of 900" */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s: %s"), name, time, numbers);

  gtk_widget_set_tooltip_text (GTK_WIDGET (mark), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

GtkWidget *
marathon_wave_mark_new (MarathonEvent *event, MarathonWave *wave, MarathonFill fill)
{
  MarathonWaveMark *mark = g_object_new (MARATHON_TYPE_WAVE_MARK, NULL);
  MarathonStart *start = marathon_event_get_record (event, MARATHON_LIST_STARTS, wave->start);
  gboolean is_over = fill.capacity > 0 && fill.count > fill.capacity;
  /* More than there is room for is said by more than the colour of the bar. */
  g_autofree char *name = g_strdup_printf (is_over ? "%s !" : "%s", get_short_name (wave, start));

  mark->wave = g_object_ref (wave);
  marathon_colour_sample_set (mark->sample, name, start != NULL ? start->ink : "", start != NULL ? start->ground : "");
  gtk_widget_set_opacity (GTK_WIDGET (mark->bar), fill.capacity > 0 ? 1 : 0);
  gtk_progress_bar_set_fraction (mark->bar,
                                 fill.capacity > 0 ? MIN ((double)fill.count / (double)fill.capacity, 1) : 0);
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (mark), "over");
  say (mark, event, fill);
  return GTK_WIDGET (mark);
}

MarathonWave *
marathon_wave_mark_get_wave (MarathonWaveMark *mark)
{
  return mark->wave;
}
