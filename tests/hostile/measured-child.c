/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measuring a child process.
 */
#include "hostile/measured-child.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED TRUE
#endif
#endif
#ifndef SANITIZED
#define SANITIZED FALSE
#endif

/* Whatever hangs is killed by the system after so many seconds of work. */
#define PATIENCE 60

/* In the child: the first byte tells whether there is a refusal. */
static gboolean
work (MeasuredFunc func, gconstpointer data, int to_parent)
{
  const struct rlimit limit = { PATIENCE, PATIENCE };
  g_autofree char *refusal = NULL;
  g_autofree char *told = NULL;
  gsize length, written = 0;

  setrlimit (RLIMIT_CPU, &limit);
  refusal = func (data);
  told = g_strconcat (refusal != NULL ? "-" : "+", refusal, NULL);
  length = strlen (told);
  while (written < length)
    {
      gssize n = write (to_parent, told + written, length - written);

      if (n < 0 && errno != EINTR)
        return FALSE;
      written += (gsize) MAX (n, 0);
    }
  return TRUE;
}

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) != 0)
    if (n > 0)
      g_string_append_len (text, buffer, n);
    else
      g_assert_cmpint (errno, ==, EINTR);
  return g_string_free (text, FALSE);
}

void
measured_run (MeasuredFunc func, gconstpointer data, Measured *measured)
{
  g_autofree char *told = NULL;
  struct rusage usage;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      /* Without what the test program does at its end. */
      _exit (work (func, data, ends[1]) ? 0 : 1);
    }
  close (ends[1]);
  told = read_all (ends[0]);
  close (ends[0]);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0 || *told == '\0')
    g_error ("the child did not end well: status %d, said “%s”", status, told);
  measured->refusal = *told == '-' ? g_strdup (told + 1) : NULL;
  measured->seconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                      + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  measured->memory = SANITIZED ? 0 : (guint64) usage.ru_maxrss << 10;
}

void
measured_check_budget (const Measured *measured, double seconds, guint64 memory)
{
  g_test_message ("%.2f s, %" G_GUINT64_FORMAT " MiB: %s", measured->seconds, measured->memory >> 20,
                  measured->refusal != NULL ? measured->refusal : "accepted");
  g_assert_cmpfloat (measured->seconds, <, SANITIZED ? 10 * seconds : seconds);
  g_assert_cmpuint (measured->memory, <, memory);
}

void
measured_clear (Measured *measured)
{
  g_clear_pointer (&measured->refusal, g_free);
}
