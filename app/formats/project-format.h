/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names and the version of the project file, written once. The schema is resources/schema/marathon-event.rnc.
 */
#pragma once

#define MARATHON_PROJECT_NAMESPACE "urn:marathon:event"
#define MARATHON_PROJECT_ROOT "event"
#define MARATHON_PROJECT_ENTRANTS "entrants"
#define MARATHON_PROJECT_BIN "bin"
#define MARATHON_PROJECT_ENTRANT "entrant"
#define MARATHON_PROJECT_GUIDE "guide"
#define MARATHON_PROJECT_CONTACT "contact"
#define MARATHON_PROJECT_CUSTOM "custom"

/* In front of a container's name: what the event keeps are unknown attributes of that container, not elements in it. */
#define MARATHON_PROJECT_ATTRIBUTES "@"

/* A newer minor version adds names that older programs keep; a newer major version is refused. */
#define MARATHON_PROJECT_MAJOR 1
#define MARATHON_PROJECT_MINOR 0
