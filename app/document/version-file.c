/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name and the bytes of one version.
 */
#include "document/version-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "document/checked-stream.h"
#include "document/document-error.h"
#include "formats/project-reader.h"

#define PIECE (64 * 1024)
/* Project files repeat themselves: the quickest levels make a tenth of them, and a save is not to warm the laptop. */
#define LEVEL 2
#define SUFFIX ".gz"
#define UNFINISHED "unfinished"
#define TEMPORARY ".new-"
/* The last second of the year 9999. */
#define LAST_TIME G_GINT64_CONSTANT (253402300799)

/* --- Names --- */

char *
marathon_version_file_write_name (const MarathonVersionFacts *facts)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (CLAMP (facts->time, 0, LAST_TIME));
  g_autofree char *when = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, "%08u-%s-", facts->number, when);
  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    g_string_append_printf (name, "%02x", facts->identity.hash[i]);
  g_string_append_printf (name, "-%" G_GUINT64_FORMAT "-%u%s" SUFFIX, facts->identity.size, facts->n_entrants,
                          facts->is_unfinished ? "-" UNFINISHED : "");
  return g_string_free (name, FALSE);
}

static gboolean
parse_number (const char *text, guint64 most, guint64 *number)
{
  return g_ascii_string_to_unsigned (text, 10, 0, most, number, NULL);
}

static gboolean
parse_time (const char *text, gint64 *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (text, utc);

  if (parsed == NULL || strlen (text) != strlen ("20260412T093000Z"))
    return FALSE;
  *time = g_date_time_to_unix (parsed);
  return TRUE;
}

static gboolean
parse_hash (const char *text, guint8 *hash)
{
  if (strlen (text) != 2 * MARATHON_HASH_SIZE)
    return FALSE;
  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    {
      if (!g_ascii_isxdigit (text[2 * i]) || !g_ascii_isxdigit (text[2 * i + 1]))
        return FALSE;
      hash[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) << 4 | g_ascii_xdigit_value (text[2 * i + 1]));
    }
  return TRUE;
}

gboolean
marathon_version_file_parse_name (const char *name, MarathonVersionFacts *facts)
{
  g_autofree char *stem = g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;
  g_auto (GStrv) parts = g_strsplit (stem != NULL ? stem : "", "-", 7);
  g_autofree char *written = NULL;
  guint n = g_strv_length (parts);
  guint64 number, n_entrants;

  *facts = (MarathonVersionFacts) { 0 };
  if ((n != 5 && n != 6) || !parse_number (parts[0], G_MAXUINT32, &number) || !parse_time (parts[1], &facts->time)
      || !parse_hash (parts[2], facts->identity.hash) || !parse_number (parts[3], G_MAXINT64, &facts->identity.size)
      || !parse_number (parts[4], G_MAXUINT32, &n_entrants))
    return FALSE;
  facts->number = (guint) number;
  facts->n_entrants = (guint) n_entrants;
  facts->identity.is_set = TRUE;
  facts->is_unfinished = n == 6;
  /* Exactly as we write it. */
  written = marathon_version_file_write_name (facts);
  return strcmp (written, name) == 0;
}

/* --- Writing --- */

typedef struct {
  const char *folder; /* for messages */
  int fd;
  GConverter *converter;
  MarathonFileHash *hash;
  guint64 size;
  char input[PIECE];
  char output[PIECE];
} Packing;

static gboolean
fail (const char *folder, int number, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_WRITE,
               number == ENOSPC || number == EDQUOT
                   /* Translators: a folder, and the system's reason. */
                   ? _ ("%s: no version could be kept: %s. Free some space. The event itself is not touched by that.")
                   : _ ("%s: no version could be kept: %s. Look whether the disk is well. The event itself is not "
                        "touched by that."),
               folder, g_strerror (number));
  return FALSE;
}

static gboolean
write_out (const Packing *packing, gsize length, GError **error)
{
  const char *at = packing->output;

  while (length > 0)
    {
      ssize_t written = write (packing->fd, at, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (packing->folder, written < 0 ? errno : EIO, error);
      at += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* Compresses @length bytes of the input; none: the end. */
static gboolean
pack (Packing *packing, gsize length, GError **error)
{
  GConverterFlags flags = length == 0 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done = 0, taken, made;

  while (done < length || (length == 0 && result != G_CONVERTER_FINISHED))
    {
      result = g_converter_convert (packing->converter, packing->input + done, length - done, packing->output, PIECE,
                                    flags, &taken, &made, error);
      if (result == G_CONVERTER_ERROR || !write_out (packing, made, error))
        return FALSE;
      done += taken;
    }
  return TRUE;
}

/* Until the end, or more than there should be. */
static gboolean
pack_all (Packing *packing, int source, guint64 expected, GCancellable *cancellable, GError **error)
{
  ssize_t length;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      length = pread (source, packing->input, PIECE, (off_t) packing->size);
      if (length < 0 && errno == EINTR)
        continue;
      if (length < 0)
        return fail (packing->folder, errno, error);
      marathon_file_hash_update (packing->hash, packing->input, (gsize) length);
      packing->size += (guint64) length;
      if (!pack (packing, (gsize) length, error))
        return FALSE;
    }
  while (length != 0 && packing->size <= expected);
  return TRUE;
}

static MarathonVersionFileOutcome
pack_file (const char *folder, int fd, int source, const MarathonFileIdentity *identity, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL);
  g_autofree Packing *packing = g_new (Packing, 1);
  MarathonFileIdentity found = { .is_set = TRUE };
  gboolean good;

  packing->folder = folder;
  packing->fd = fd;
  packing->converter = G_CONVERTER (compressor);
  packing->hash = marathon_file_hash_new ();
  packing->size = 0;
  good = pack_all (packing, source, identity->size, cancellable, error);
  found.size = packing->size;
  marathon_file_hash_finish (packing->hash, found.hash);
  if (!good)
    return MARATHON_VERSION_FILE_FAILED;
  if (!marathon_file_identity_is_equal (&found, identity))
    return MARATHON_VERSION_FILE_CHANGED;
  return fsync (fd) == 0 || fail (folder, errno, error) ? MARATHON_VERSION_FILE_WRITTEN : MARATHON_VERSION_FILE_FAILED;
}

static gboolean
give_name (const char *folder, int folder_fd, const char *temporary, const MarathonVersionFacts *facts, GError **error)
{
  g_autofree char *name = marathon_version_file_write_name (facts);

  if (renameat (folder_fd, temporary, folder_fd, name) < 0)
    return fail (folder, errno, error);
  return fsync (folder_fd) == 0 || errno == EINVAL || fail (folder, errno, error);
}

static MarathonVersionFileOutcome
write_in_folder (const char *folder, int folder_fd, int source, const MarathonVersionFacts *facts,
                 GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TEMPORARY "XXXXXX", NULL);
  g_autofree char *temporary = NULL;
  MarathonVersionFileOutcome outcome;
  int fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail (folder, errno, error);
      return MARATHON_VERSION_FILE_FAILED;
    }
  temporary = g_path_get_basename (path);
  outcome = pack_file (folder, fd, source, &facts->identity, cancellable, error);
  if (close (fd) < 0 && outcome == MARATHON_VERSION_FILE_WRITTEN)
    {
      fail (folder, errno, error);
      outcome = MARATHON_VERSION_FILE_FAILED;
    }
  if (outcome == MARATHON_VERSION_FILE_WRITTEN && !give_name (folder, folder_fd, temporary, facts, error))
    outcome = MARATHON_VERSION_FILE_FAILED;
  if (outcome != MARATHON_VERSION_FILE_WRITTEN)
    unlinkat (folder_fd, temporary, 0);
  return outcome;
}

MarathonVersionFileOutcome
marathon_version_file_write (const char *folder, int source, const MarathonVersionFacts *facts,
                             GCancellable *cancellable, GError **error)
{
  int folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  MarathonVersionFileOutcome outcome;

  if (folder_fd < 0)
    {
      fail (folder, errno, error);
      return MARATHON_VERSION_FILE_FAILED;
    }
  outcome = write_in_folder (folder, folder_fd, source, facts, cancellable, error);
  close (folder_fd);
  return outcome;
}

void
marathon_version_file_tidy (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, TEMPORARY))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        unlink (path);
      }
}

/* --- Reading --- */

static MarathonEvent *
refuse_damaged (const char *path, const GError *reason, GError **error)
{
  g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT,
               /* Translators: a file, and what is wrong with it. */
               _ ("%s: this version is damaged and cannot be read: %s. The other versions are not touched by that."),
               path, reason != NULL ? reason->message : _ ("it does not hold what was written"));
  return NULL;
}

static MarathonEvent *
refuse_missing (const char *path, int number, GError **error)
{
  if (number == ENOENT)
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN,
                 _ ("%s: this version is gone; a newer one has taken its place. Look at the list again."), path);
  else
    g_set_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN, _ ("%s: cannot be opened: %s"), path,
                 g_strerror (number));
  return NULL;
}

MarathonEvent *
marathon_version_file_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) file = NULL, unpacked = NULL, checked = NULL;
  g_autoptr (MarathonEvent) event = NULL;
  g_autoptr (GError) local = NULL;
  MarathonVersionFacts facts;
  int fd;

  if (!marathon_version_file_parse_name (name, &facts))
    return refuse_damaged (path, NULL, error);
  fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return refuse_missing (path, errno, error);
  file = g_unix_input_stream_new (fd, TRUE);
  unpacked = g_converter_input_stream_new (file, G_CONVERTER (decompressor));
  checked = marathon_checked_stream_new (unpacked, &facts.identity);
  event = marathon_project_read (checked, facts.identity.size, NULL, NULL, cancellable, NULL, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else if (event == NULL || !marathon_checked_stream_is_good (MARATHON_CHECKED_STREAM (checked)))
    return refuse_damaged (path, local, error);
  return g_steal_pointer (&event);
}
