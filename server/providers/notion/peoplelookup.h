// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiondirectory.h"
#include "server/providers/notion/propertyvalues.h"

namespace fairlead::providers::notion {

/** Who they are; `names` as peopleIn() gave them. InvalidInput for a name that several have. Names
 * that nobody has are left out. */
[[nodiscard]] QCoro::Task<Result<PeopleIds>> idsOfPeople(NotionDirectory &directory,
                                                         NotionSessions::Session session,
                                                         QStringList names);

} // namespace fairlead::providers::notion
