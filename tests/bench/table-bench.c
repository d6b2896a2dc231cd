/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the entrants table is searched, sorted, selected, scrolled and edited, on a display, beside the ordinary way
 * of GTK (a list store, string filters, a sorted model, labels) with the entrants of a city marathon, and beside an
 * empty window: `table-bench [SIZE]…`.
 *
 * "op" is the call, "frame" what drawing the next frame takes: together what an act of a person costs, as work of the
 * processor in this thread. The median counts. Each size runs in a process of its own. Stops where a query looks at a
 * row.
 */
#include <stdlib.h>
#include <time.h>

#include "base/id-source.h"
#include "widgets/entrants-table.h"
#include "widgets/interface.h"

#include "entry-names.h"
#include "naive-table.h"

#include <adwaita.h>

#define CITY 36337u
#define BALLOT 1100000u
#define N_ROUNDS 9
#define N_NAIVE_ROUNDS 3
#define N_PAGES 100
#define N_STARTS 5
#define WIDTH 1400
#define HEIGHT 1000

/* --- The event --- */

static MarathonText
take_text (MarathonEvent *event, char *text)
{
  MarathonText reference = marathon_event_add_text (event, text);

  g_free (text);
  return reference;
}

static MarathonEntrant
make_entrant (MarathonEvent *event, EntryRandom *random, guint64 id, guint number)
{
  EntrySex sex = entry_random_happens (random, 4200) ? ENTRY_SEX_FEMALE : ENTRY_SEX_MALE;
  g_auto (EntryName) name = { 0 };
  MarathonEntrant entrant = { .id = id, .bib_number = number };

  entry_names_draw (random, entry_names_draw_culture (random, FALSE), sex, NULL, FALSE, &name);
  entrant.sex = sex == ENTRY_SEX_FEMALE ? MARATHON_SEX_FEMALE : MARATHON_SEX_MALE;
  entrant.family = marathon_event_add_text (event, name.family);
  entrant.given = marathon_event_add_text (event, name.given);
  entrant.club = entry_random_happens (random, 5000) ? take_text (event, entry_names_draw_club (random)) : 0;
  entrant.bib = take_text (event, g_strdup_printf ("%u", number));
  entrant.birth = marathon_date_new_year (1940 + (int) entry_random_below (random, 65));
  entrant.status = entry_random_happens (random, 300) ? MARATHON_STATUS_WITHDRAWN : MARATHON_STATUS_ACCEPTED;
  return entrant;
}

static MarathonEvent *
make_event (guint size)
{
  MarathonEvent *event = marathon_event_new ();
  EntryRandom random = { 2014 };
  MarathonIdSource ids;

  marathon_id_source_init_seeded (&ids, 26);
  for (guint i = 0; i < size; i++)
    {
      MarathonEntrant entrant = make_entrant (event, &random, marathon_id_source_next (&ids), i + 1);
      g_autoptr (GError) error = NULL;

      if (!marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, &entrant, &error))
        g_error ("%s", error->message);
    }
  return event;
}

/* --- Clocks --- */

typedef struct {
  double op;
  double frame;
} Cost;

typedef struct {
  gint64 start;
  gint64 end;
} Frame;

/* Microseconds of work of this thread: others who keep the machine busy do not count. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static double
get_milliseconds (gint64 from, gint64 to)
{
  return (double) (to - from) / 1000.0;
}

static void
note_start (GdkFrameClock *clock, Frame *frame)
{
  frame->start = get_work ();
}

static void
note_end (GdkFrameClock *clock, Frame *frame)
{
  if (frame->start != 0)
    frame->end = get_work ();
}

/* Draws a frame. Returns: what that took */
static double
draw (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  Frame frame = { 0, 0 };

  g_signal_connect (clock, "before-paint", G_CALLBACK (note_start), &frame);
  g_signal_connect (clock, "after-paint", G_CALLBACK (note_end), &frame);
  gtk_widget_queue_draw (widget);
  while (frame.end == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &frame);
  return get_milliseconds (frame.start, frame.end);
}

/* Lets everything that goes on come to an end. */
static void
rest (GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + 60000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  draw (widget);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_quantile (double *times, guint n, double share)
{
  qsort (times, n, sizeof *times, compare_doubles);
  return times[MIN ((guint) (share * n), n - 1)];
}

static Cost
get_median (const Cost *costs, guint n)
{
  double op[N_PAGES], both[N_PAGES];
  Cost median;

  for (guint i = 0; i < n; i++)
    {
      op[i] = costs[i].op;
      both[i] = costs[i].op + costs[i].frame;
    }
  median.op = get_quantile (op, n, 0.5);
  median.frame = get_quantile (both, n, 0.5);
  return median;
}

static double
get_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  words = g_strsplit (text, " ", 3);
  return (double) g_ascii_strtoull (words[1], NULL, 10) * 4096 / (1 << 20);
}

/* --- Acts --- */

typedef struct {
  MarathonEvent *event;
  MarathonEntrantsModel *model;
  MarathonEntrantsTable *table;
  NaiveTable *naive; /* NULL beyond a city marathon */
} Bench;

typedef struct {
  const char *label;
  void (*act) (Bench *bench, const char *argument);
  void (*act_naively) (NaiveTable *naive, const char *argument); /* nullable */
  const char *argument;
  const char *before; /* nullable: query to be set first */
  void (*prepare) (Bench *bench, const char *argument); /* nullable: what makes the act change something */
  void (*prepare_naively) (NaiveTable *naive, const char *argument);
} Act;

static guint n_lookups;
static gpointer (*look_up) (GListModel *, guint);

static gpointer
count_lookup (GListModel *list, guint row)
{
  n_lookups++;
  return look_up (list, row);
}

static void
search (Bench *bench, const char *query)
{
  marathon_entrants_table_scroll_to_top (bench->table);
  marathon_entrants_model_set_query (bench->model, query);
}

static void
search_from_the_middle (Bench *bench, const char *query)
{
  search (bench, query);
}

static void
sort_up (Bench *bench, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->table), "entrants-table.sort", "(sb)", key, FALSE);
}

static void
sort_down (Bench *bench, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->table), "entrants-table.sort", "(sb)", key, TRUE);
}

static void
select_everybody (Bench *bench, const char *argument)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (bench->model));
}

static void
select_nobody (Bench *bench, const char *argument)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (bench->model));
}

static void
edit_one (Bench *bench, const char *name)
{
  guint position = marathon_entrants_model_get_n_all (bench->model) / 3;
  MarathonEntrant value = *marathon_roster_get (marathon_event_get_roster (bench->event), position);

  value.family = marathon_event_text (bench->event, value.family)[0] == name[0]
                     ? marathon_event_add_text (bench->event, "Aaronovitch")
                     : marathon_event_add_text (bench->event, name);
  marathon_event_replace_entrants (bench->event, MARATHON_PLACE_ROSTER, &position, &value, 1, NULL);
  marathon_entrants_model_settle (bench->model);
}

static void
add_one (Bench *bench, const char *name)
{
  guint size = marathon_entrants_model_get_n_all (bench->model);
  MarathonEntrant value = { .id = 7 + size, .family = marathon_event_add_text (bench->event, name) };

  marathon_event_insert_entrants (bench->event, MARATHON_PLACE_ROSTER, &size, &value, 1, NULL);
  marathon_entrants_model_settle (bench->model);
}

static void
remove_one (Bench *bench, const char *argument)
{
  guint last = marathon_entrants_model_get_n_all (bench->model) - 1;

  marathon_event_remove_entrants (bench->event, MARATHON_PLACE_ROSTER, &last, 1, NULL);
  marathon_entrants_model_settle (bench->model);
}

static void
remove_and_put_back_two (Bench *bench, const char *argument)
{
  guint size = marathon_entrants_model_get_n_all (bench->model);
  const guint32 positions[] = { size / 4, size / 2 };
  MarathonRoster *roster = marathon_event_get_roster (bench->event);
  MarathonEntrant values[]
      = { *marathon_roster_get (roster, positions[0]), *marathon_roster_get (roster, positions[1]) };

  marathon_event_remove_entrants (bench->event, MARATHON_PLACE_ROSTER, positions, 2, NULL);
  marathon_event_insert_entrants (bench->event, MARATHON_PLACE_ROSTER, positions, values, 2, NULL);
  marathon_entrants_model_settle (bench->model);
}

static void
sort_by_club (Bench *bench, const char *argument)
{
  sort_up (bench, "club");
}

static void
sort_naively_by_club (NaiveTable *naive, const char *argument)
{
  naive_table_sort_up (naive, "club");
}

static const Act acts[] = {
  { "search s", search, naive_table_search, "s", "" },
  { "search sm", search, naive_table_search, "sm", "s" },
  { "search smi", search, naive_table_search, "smi", "sm" },
  { "search smit", search, naive_table_search, "smit", "smi" },
  { "back to s", search, naive_table_search, "s", "smit" },
  { "cleared", search, naive_table_search, "", "s" },
  { "search s, from the middle", search_from_the_middle, naive_table_search, "s", "" },
  { "to few rows", search, naive_table_search, "smith jo", "" },
  { "from few rows, first frame", search, naive_table_search, "", "smith jo" },
  { "sort by family name", sort_up, naive_table_sort_up, "family", NULL, sort_by_club, sort_naively_by_club },
  { "reverse", sort_down, naive_table_sort_down, "family", NULL, sort_up, naive_table_sort_up },
  { "sort by bib", sort_up, naive_table_sort_up, "bib", NULL, sort_by_club, sort_naively_by_club },
  { "select all", select_everybody, naive_table_select_all, NULL, NULL, select_nobody, naive_table_select_none },
  { "select nobody", select_nobody, naive_table_select_none, NULL, NULL, select_everybody, naive_table_select_all },
  { "change a name", edit_one, NULL, "Zyx", NULL },
  { "add one", add_one, NULL, "Newcomer", NULL },
  { "remove one", remove_one, NULL, NULL, NULL },
  { "remove two, put them back", remove_and_put_back_two, NULL, NULL, NULL },
};

/* Does @act once; the same for the naive table. */
static Cost
run_act (Bench *bench, const Act *act, gboolean naively)
{
  GtkWidget *widget = naively ? naive_table_get_widget (bench->naive) : GTK_WIDGET (bench->table);
  gint64 start;
  Cost cost;

  if (act->before != NULL && naively)
    naive_table_search (bench->naive, act->before);
  else if (act->before != NULL)
    {
      search (bench, act->before);
      marathon_entrants_model_settle (bench->model);
    }
  if (act->prepare != NULL && naively)
    act->prepare_naively (bench->naive, act->argument);
  else if (act->prepare != NULL)
    act->prepare (bench, act->argument);
  rest (widget);
  if (act->act == search_from_the_middle && !naively)
    {
      marathon_entrants_table_reveal (bench->table, marathon_entrants_model_get_n_all (bench->model) / 2, FALSE);
      rest (widget);
    }
  n_lookups = 0;
  start = get_work ();
  if (naively)
    act->act_naively (bench->naive, act->argument);
  else
    act->act (bench, act->argument);
  cost.op = get_milliseconds (start, get_work ());
  if (!naively && act->act == search && n_lookups > 0 && marathon_entrants_model_get_n_shown (bench->model) >= 205
      && !g_str_has_prefix (act->label, "from few"))
    g_error ("“%s” looks at %u rows", act->label, n_lookups);
  cost.frame = draw (widget);
  return cost;
}

static void
measure_act (Bench *bench, const Act *act)
{
  Cost ours[N_ROUNDS], theirs[N_NAIVE_ROUNDS], our_median, their_median;

  for (guint i = 0; i < N_ROUNDS; i++)
    ours[i] = run_act (bench, act, FALSE);
  our_median = get_median (ours, N_ROUNDS);
  g_print ("%-28s %8u %8.1f %8.1f", act->label, marathon_entrants_model_get_n_shown (bench->model), our_median.op,
           our_median.frame);
  if (bench->naive != NULL && act->act_naively != NULL)
    {
      for (guint i = 0; i < N_NAIVE_ROUNDS; i++)
        theirs[i] = run_act (bench, act, TRUE);
      their_median = get_median (theirs, N_NAIVE_ROUNDS);
      g_print (" %10.1f    1/%.0f", their_median.frame, their_median.frame / our_median.frame);
    }
  g_print ("\n");
}

static void
measure_scrolling (Bench *bench)
{
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (bench->table));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double frames[N_PAGES];

  marathon_entrants_table_scroll_to_top (bench->table);
  rest (GTK_WIDGET (bench->table));
  for (guint i = 0; i < N_PAGES; i++)
    {
      gint64 start = get_work ();

      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment));
      frames[i] = get_milliseconds (start, get_work ()) + draw (GTK_WIDGET (bench->table));
    }
  g_print ("%-28s %8s %8s %8.1f (of 20, one takes %.1f)\n", "a page down", "", "", get_quantile (frames, N_PAGES, 0.5),
           get_quantile (frames, N_PAGES, 0.95));
}

/* --- Windows --- */

static double
show_window (GtkWidget *content, GtkWidget **window)
{
  gint64 start = g_get_monotonic_time ();

  *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (*window), WIDTH, HEIGHT);
  if (content != NULL)
    adw_application_window_set_content (ADW_APPLICATION_WINDOW (*window), content);
  gtk_window_present (GTK_WINDOW (*window));
  draw (*window);
  return get_milliseconds (start, g_get_monotonic_time ());
}

/* From an event to the first frame with rows. */
static double
show_table (Bench *bench, GtkWidget **window)
{
  gint64 start = g_get_monotonic_time ();

  bench->model = marathon_entrants_model_new (bench->event);
  bench->table = MARATHON_ENTRANTS_TABLE (marathon_entrants_table_new ());
  marathon_entrants_table_set_model (bench->table, bench->model);
  show_window (GTK_WIDGET (bench->table), window);
  return get_milliseconds (start, g_get_monotonic_time ());
}

static void
wait_until_ready (Bench *bench)
{
  while (!marathon_entrants_model_is_ready (bench->model))
    g_main_context_iteration (NULL, TRUE);
  marathon_entrants_model_settle (bench->model);
  rest (GTK_WIDGET (bench->table));
}

static void
measure (guint size)
{
  Bench bench = { 0 };
  GtkWidget *window, *naive_window;
  GListModelInterface *iface;
  double alone, with_event, with_table;
  gint64 start;

  adw_init ();
  marathon_interface_init ();
  alone = get_memory ();
  bench.event = make_event (size);
  with_event = get_memory ();
  g_print ("%u entrants%*s shown      op op+frame", size, 16, "");
  g_print (size <= CITY ? "      naive  ratio\n" : "\n");
  start = g_get_monotonic_time ();
  show_table (&bench, &window);
  wait_until_ready (&bench);
  g_print ("%-28s %26.1f\n", "until searched and sorted", get_milliseconds (start, g_get_monotonic_time ()) - 60);
  with_table = get_memory ();
  iface = G_LIST_MODEL_GET_IFACE (bench.model);
  look_up = iface->get_item;
  iface->get_item = count_lookup;
  if (size <= CITY)
    {
      bench.naive = naive_table_new (bench.event);
      show_window (naive_table_get_widget (bench.naive), &naive_window);
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    measure_act (&bench, &acts[i]);
  measure_scrolling (&bench);
  g_print ("memory: GTK %.0f MiB, with the event %.0f, with the table %.0f, at the end %.0f\n", alone, with_event,
           with_table, get_memory ());
  if (bench.naive != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (naive_window));
      naive_table_free (bench.naive);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&bench.model);
  g_object_unref (bench.event);
}

/* --- Processes --- */

/* Tells how long it takes from before GTK is there to the first frame: of an empty window where @size is 0. */
static void
tell_start (guint size)
{
  Bench bench = { .event = size > 0 ? make_event (size) : NULL };
  GtkWidget *window;
  gint64 start = g_get_monotonic_time ();

  adw_init ();
  marathon_interface_init ();
  if (size > 0)
    show_table (&bench, &window);
  else
    show_window (NULL, &window);
  g_print ("%" G_GINT64_FORMAT, g_get_monotonic_time () - start);
}

static gboolean
run_apart (const char *program, const char *mode, guint size, char **output)
{
  g_autofree char *text = g_strdup_printf ("%u", size);
  char *argv[] = { (char *) program, (char *) mode, text, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, output, NULL, &status, &error))
    g_error ("%s", error->message);
  return status == 0;
}

static double
measure_start (const char *program, guint size)
{
  double times[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autofree char *output = NULL;

      if (!run_apart (program, "start", size, &output))
        g_error ("A window did not start");
      times[i] = g_ascii_strtod (output, NULL) / 1000.0;
    }
  return get_quantile (times, N_STARTS, 0.5);
}

static gboolean
measure_apart (const char *program, guint size)
{
  double empty = measure_start (program, 0), full = measure_start (program, size);
  gboolean is_good = run_apart (program, "acts", size, NULL);

  g_print ("start to first frame: empty window %.0f ms, with the table %.0f ms: %.2f times\n\n", empty, full,
           full / empty);
  return is_good;
}

int
main (int argc, char **argv)
{
  gboolean is_good = TRUE;

  if (argc == 3 && g_str_equal (argv[1], "start"))
    tell_start ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  else if (argc == 3 && g_str_equal (argv[1], "acts"))
    measure ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  else if (argc == 1)
    is_good = measure_apart (argv[0], CITY) & measure_apart (argv[0], BALLOT);
  for (int i = 1; i < argc && g_ascii_isdigit (*argv[1]); i++)
    is_good &= measure_apart (argv[0], (guint) g_ascii_strtoull (argv[i], NULL, 10));
  return is_good ? 0 : 1;
}
