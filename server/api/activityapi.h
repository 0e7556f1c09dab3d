// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace fairlead::audit {
struct ActivityEntry;
class ActivityLog;
} // namespace fairlead::audit

namespace fairlead::undo {
class Undoing;
class UndoStore;
} // namespace fairlead::undo

namespace fairlead::api {

/** /api/activity: what the caller's own clients did, whether the log of it is untouched, and
 * putting back what a call changed. */
class ActivityApi final
{
public:
    /** All of it outlives the router. */
    ActivityApi(audit::ActivityLog &log, const undo::UndoStore &store, undo::Undoing &undoing);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> verify(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> previewUndo(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> undo(http::Call call);

    /** That of the request's path; NotFound, also for an entry that changed nothing. */
    [[nodiscard]] QCoro::Task<Result<audit::ActivityEntry>> undoable(http::Call call);

    audit::ActivityLog &m_log;
    const undo::UndoStore &m_store;
    undo::Undoing &m_undoing;
};

} // namespace fairlead::api
