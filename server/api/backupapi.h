// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/backup/backups.h"
#include "server/http/router.h"

namespace fairlead::api {

/**
 * /api/backup: makes a backup, looks at one, and lays one ready for the next start. It reads and
 * writes files as the person who runs Fairlead, so that it is for whoever can read the data folder.
 */
class BackupApi final
{
public:
    explicit BackupApi(backup::Backups &backups);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> write(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> look(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> restore(http::Call call);

    backup::Backups &m_backups;
};

} // namespace fairlead::api
