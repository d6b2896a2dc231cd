/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of keyboard shortcuts, and what is made from it.
 */
#include "widgets/shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const MarathonShortcut table[] = {
  { N_ ("General"), N_ ("New Event"), "app.new-event", "<Control><Shift>n", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Open"), "win.open", "<Control>o", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Save"), "win.save", "<Control>s", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Save As"), "win.save-as", "<Control><Shift>s", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Import an Entry List"), "win.import", "<Control>i", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Paste Entrants From a Spreadsheet"), "win.paste-entries", "<Control><Shift>v", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Undo"), "win.undo", "<Control>z", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Redo"), "win.redo", "<Control><Shift>z <Control>y", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Main Menu"), "win.show-menu", "F10", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Preferences"), "app.preferences", "<Control>comma", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Keyboard Shortcuts"), "win.show-shortcuts", "<Control>question F1", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Close Window"), "window.close", "<Control>w", MARATHON_SHORTCUT_WINDOW },
  { N_ ("General"), N_ ("Quit"), "app.quit", "<Control>q", MARATHON_SHORTCUT_WINDOW },

  { N_ ("Pages"), N_ ("Overview"), "win.show-page::overview", "<Alt>1", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Entrants"), "win.show-page::entrants", "<Alt>2", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Categories"), "win.show-page::categories", "<Alt>3", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Starts and Waves"), "win.show-page::waves", "<Alt>4", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Bibs"), "win.show-page::bibs", "<Alt>5", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Lists"), "win.show-page::lists", "<Alt>6", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Deleted Entrants"), "win.show-page::bin", "<Alt>7", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Problems"), "win.show-problems", "<Control><Shift>p", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Pages"), N_ ("Show or Hide the Pages"), "win.show-sidebar", "F9", MARATHON_SHORTCUT_WINDOW },

  { N_ ("Plans"), N_ ("Plan Categories"), "win.plan-categories", "<Control><Shift>c", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Plans"), N_ ("Plan Waves"), "win.plan-waves", "<Control><Shift>w", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Plans"), N_ ("Assign Bibs"), "win.plan-bibs", "<Control><Shift>b", MARATHON_SHORTCUT_WINDOW },

  { N_ ("Entrants"), N_ ("New Entrant"), "entrants.new", "<Control>n", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("New Entrant Like the Selected One"), "entrants.duplicate", "<Control>d", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("Search"), "entrants.search", "<Control>f", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("Show or Hide the Details"), "entrants.show-details", "<Alt>Return", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("Add a Guide"), "entrants.add-guide", "<Control>g", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("Next Entrant, From the Details"), "entrants.next", "<Alt>Down", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("Previous Entrant, From the Details"), "entrants.previous", "<Alt>Up", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Entrants"), N_ ("Delete"), "entrants.delete", "Delete", MARATHON_SHORTCUT_TABLE },

  { N_ ("Categories, Waves and Bibs"), N_ ("Add"), "records.add", "Insert", MARATHON_SHORTCUT_RECORDS },
  { N_ ("Categories, Waves and Bibs"), N_ ("Duplicate"), "records.duplicate", "<Control>d", MARATHON_SHORTCUT_RECORDS },
  { N_ ("Categories, Waves and Bibs"), N_ ("Move Up"), "records.move-up", "<Alt>Up", MARATHON_SHORTCUT_RECORDS },
  { N_ ("Categories, Waves and Bibs"), N_ ("Move Down"), "records.move-down", "<Alt>Down", MARATHON_SHORTCUT_RECORDS },
  { N_ ("Categories, Waves and Bibs"), N_ ("Delete"), "records.delete", "Delete", MARATHON_SHORTCUT_RECORDS },

  { N_ ("Lists"), N_ ("Print"), "lists.print", "<Control>p", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Lists"), N_ ("Export PDF"), "lists.export-pdf", "<Control>e", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Lists"), N_ ("Larger"), "lists.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Lists"), N_ ("Smaller"), "lists.zoom-out", "<Control>minus <Control>KP_Subtract", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Lists"), N_ ("Fit the Width"), "lists.fit-width", "<Control>0 <Control>KP_0", MARATHON_SHORTCUT_WINDOW },
  { N_ ("Lists"), N_ ("Fit the Whole Page"), "lists.fit-page", "<Control>9 <Control>KP_9", MARATHON_SHORTCUT_WINDOW },

  { N_ ("In Tables"), N_ ("Open in the Details"), NULL, "Return", MARATHON_SHORTCUT_BUILT_IN },
  { N_ ("In Tables"), N_ ("Menu of the Row"), NULL, "<Shift>F10 Menu", MARATHON_SHORTCUT_BUILT_IN },
  { N_ ("In Tables"), N_ ("Select All"), NULL, "<Control>a", MARATHON_SHORTCUT_BUILT_IN },
  { N_ ("In Tables"), N_ ("Add to the Selection"), NULL, "<Control>space", MARATHON_SHORTCUT_BUILT_IN },
  { N_ ("In Tables"), N_ ("Back to the Table, Then Show Everybody Again"), "entrants.clear-filters", "Escape", MARATHON_SHORTCUT_TABLE },
};

const MarathonShortcut *
marathon_shortcuts_get (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

void
marathon_shortcuts_register (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);

      if (table[i].place == MARATHON_SHORTCUT_WINDOW)
        gtk_application_set_accels_for_action (application, table[i].action, (const char *const *) keys);
    }
}

static void
attach (GtkShortcutController *controller, const MarathonShortcut *shortcut)
{
  g_autofree char *name = NULL;
  GVariant *target;

  if (!g_action_parse_detailed_name (shortcut->action, &name, &target, NULL))
    g_return_if_reached ();
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (shortcut->keys),
                                                                         gtk_named_action_new (name), NULL));
  g_clear_pointer (&target, g_variant_unref);
}

void
marathon_shortcuts_attach (GtkWidget *widget, MarathonShortcutPlace place)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (table[i].place == place)
        attach (GTK_SHORTCUT_CONTROLLER (controller), &table[i]);
    }
  gtk_widget_add_controller (widget, controller);
}

static GtkWidget *
make_row (const MarathonShortcut *shortcut)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (shortcut->label), NULL);
  GtkWidget *keys = g_object_new (GTK_TYPE_SHORTCUT_LABEL, "accelerator", shortcut->keys, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *page = g_object_new (ADW_TYPE_PREFERENCES_PAGE, "vexpand", TRUE, NULL);
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (i == 0 || g_strcmp0 (table[i].group, table[i - 1].group) != 0)
        {
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ (table[i].group), NULL);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (&table[i]));
    }
  return page;
}

GtkWidget *
marathon_shortcuts_window_new (void)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _ ("Keyboard Shortcuts"), "modal", TRUE, "default-width", 560,
                                    "default-height", 640, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkShortcut *escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_page ());
  adw_window_set_content (ADW_WINDOW (window), box);
  return window;
}
