// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/undorules.h"
#include "server/providers/writewitness.h"
#include "server/tools/calllog.h"
#include "server/undo/undostore.h"

#include <map>

namespace fairlead::undo {

/**
 * Keeps what is there before each write of a tool's call, and what is there after it, so that it
 * can be undone. A write goes out all the same where that fails. Outlives the event loop.
 */
class WriteKeeper final : public providers::WriteWitness
{
public:
    /** What it sends goes out by `door`. */
    WriteKeeper(UndoStore &store, net::HttpClient &door);

    void add(providers::UndoRules rules);
    /** Null: writes of that service cannot be undone. */
    [[nodiscard]] const providers::UndoRules *rulesFor(const QString &provider) const;

    [[nodiscard]] QCoro::Task<Result<net::Response>> send(net::Request request) override;
    [[nodiscard]] std::shared_ptr<net::HttpClient> seeing(
        tools::Caller caller, connections::Connection connection) override;

    /** Sends a write of that caller over that connection. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> carryOut(tools::Caller caller,
                                                              connections::Connection connection,
                                                              net::Request request);

private:
    /** What was refused has changed nothing. */
    void forget(const UndoStep &step, tools::LoggedNotes &notes);

    UndoStore &m_store;
    net::HttpClient &m_door;
    std::map<QString, providers::UndoRules> m_rules;
};

/** What there is now of what a write concerns; nothing where it is gone. */
[[nodiscard]] QCoro::Task<Result<QJsonObject>> stateNow(const providers::UndoRules &rules,
                                                        providers::KeptWrite write,
                                                        connections::Connection connection,
                                                        tools::Caller caller,
                                                        CancellationToken cancellation);

} // namespace fairlead::undo
