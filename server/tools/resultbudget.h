// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/tools/sharedtexts.h"
#include "server/tools/toolinvoker.h"

#include <QHash>

namespace fairlead::tools {

class ToolRegistry;

/**
 * Bounds the text of every answer, so that no call fills a model's context: what is beyond is kept
 * for a while under a handle that read_more takes. Handles belong to the key that got them; for
 * another they do not exist. What is kept is bounded, too: the oldest goes first. Where several
 * instances share it, each goes on with what another one has begun. Lives as long as the program.
 */
class ResultBudget final : public ToolInvoker
{
public:
    static constexpr qint64 lifetimeMs = 15 * 60 * 1000;
    static constexpr qsizetype mostKeptBytes = 16 * 1024 * 1024; ///< of all keys together

    /** `bytes` of UTF-8 for one answer. */
    ResultBudget(ToolInvoker &next, const Clock &clock, qsizetype bytes);

    /** From now on other instances may be asked for the rest, too. Null: this one is alone again.
     */
    void share(SharedTexts *shared) { m_shared = shared; }

    /** Adds read_more; this outlives the registry. */
    void addTo(ToolRegistry &registry);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    struct Kept
    {
        QString owner;
        QByteArray text; ///< all of it, UTF-8
        qint64 atMs = 0;
    };

    /** The text's beginning and, when it has more, how to get that. */
    [[nodiscard]] QString bounded(const QString &owner, const QString &text);
    [[nodiscard]] QString part(const QString &id, const QByteArray &text, qsizetype from) const;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> readMore(ToolCall call);
    /** Empty: there is none of this owner. */
    [[nodiscard]] QByteArray find(const QString &id, const QString &owner);
    void keep(const QString &id, const QString &owner, const QByteArray &text);
    void forgetOld();

    ToolInvoker &m_next;
    const Clock &m_clock;
    SharedTexts *m_shared = nullptr; ///< null: this instance is alone
    qsizetype m_bytes;
    QHash<QString, Kept> m_kept; ///< by id
    qsizetype m_keptBytes = 0;
};

} // namespace fairlead::tools
