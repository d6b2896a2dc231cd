/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a text.
 */
#include "text-save.h"

#include <string.h>
#include <unistd.h>

#include "document/document-error.h"

static gboolean
produce (MarathonFileSink *sink, gpointer user_data, GError **error)
{
  const TextSave *save = user_data;
  gsize length = save->gives_up ? save->gives_up_at : strlen (save->text);
  gsize piece = save->piece != 0 ? save->piece : 4096;

  for (gsize done = 0; done < length; done += piece)
    if (!marathon_file_sink_write (save->text + done, MIN (piece, length - done), sink, error))
      return FALSE;
  if (save->meanwhile != NULL)
    save->meanwhile (save->data);
  if (!save->gives_up)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "gave up");
  return FALSE;
}

static gboolean
verify (int fd, gpointer user_data, GError **error)
{
  const TextSave *save = user_data;
  gsize length = strlen (save->text), done = 0;
  g_autofree char *read_back = g_malloc (length + 1);
  ssize_t n;

  while ((n = read (fd, read_back + done, length + 1 - done)) > 0)
    done += (gsize) n;
  g_assert_cmpmem (read_back, done, save->text, length);
  if (!save->is_refused)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "refused");
  return FALSE;
}

gboolean
text_save_run (const char           *folder,
               const char           *name,
               const TextSave       *save,
               MarathonFileIdentity *identity,
               GError              **error)
{
  g_autofree char *path = g_strconcat (folder, "/", name, NULL);
  TextSave copy = *save;
  MarathonFileSaveJob job = {
    .produce = produce,
    .verify = verify,
    .user_data = &copy,
    .keep_backup = save->keep_backup,
    .expected = save->expected,
    .cancellable = save->cancellable,
  };

  return marathon_file_save (path, &job, identity, error);
}

void
text_save_good (const char *folder, const char *name, const char *text, MarathonFileIdentity *identity)
{
  TextSave save = { .text = text, .keep_backup = TRUE };
  g_autoptr (GError) error = NULL;
  gboolean good = text_save_run (folder, name, &save, identity, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

void
text_save_bad (const char *folder, const char *name, const TextSave *save, int code, const char *words)
{
  g_autofree char *path = g_strconcat (folder, "/", name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (text_save_run (folder, name, save, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, code);
  if (!g_str_has_prefix (error->message, path) || strstr (error->message, words) == NULL)
    g_error ("“%s” should start with “%s” and hold “%s”", error->message, path, words);
}
