// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/tools/toolinvoker.h"

#include <QHash>

namespace fairlead::tools {

class ToolRegistry;

/**
 * Bounds the text of every answer, so that no call fills a model's context: what is beyond is kept
 * for a while under a handle that read_more takes. Handles belong to the key that got them; for
 * another they do not exist. What is kept is bounded, too: the oldest goes first. Lives as long as
 * the program.
 */
class ResultBudget final : public ToolInvoker
{
public:
    static constexpr qint64 lifetimeMs = 15 * 60 * 1000;
    static constexpr qsizetype mostKeptBytes = 16 * 1024 * 1024; ///< of all keys together

    /** `bytes` of UTF-8 for one answer. */
    ResultBudget(ToolInvoker &next, const Clock &clock, qsizetype bytes);

    /** Adds read_more; this outlives the registry. */
    void addTo(ToolRegistry &registry);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    struct Kept
    {
        QString owner;
        QByteArray text; ///< all of it, UTF-8, shared between the handles to it
        qsizetype readBytes = 0;
        qint64 atMs = 0;
    };

    /** The text's beginning and, when it has more, how to get that. */
    [[nodiscard]] QString bounded(const QString &owner, const QString &text);
    [[nodiscard]] QString part(Kept kept);
    [[nodiscard]] QCoro::Task<Result<ToolResult>> readMore(ToolCall call);
    [[nodiscard]] QString keep(Kept kept);
    void forgetOld();

    ToolInvoker &m_next;
    const Clock &m_clock;
    qsizetype m_bytes;
    QHash<QString, Kept> m_kept; ///< by handle
    qsizetype m_keptBytes = 0;
};

} // namespace fairlead::tools
