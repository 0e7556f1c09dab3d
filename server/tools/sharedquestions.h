// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace fairlead::tools {

struct ApprovalRequest;
enum class ApprovalAnswer;

/**
 * Where Approvals keeps its questions when other instances of Fairlead have a part in them: each
 * may be asked the same call, and a person may answer at any. It decides who was first. Nothing of
 * an instance that has ended is in it. All errors are Storage and SecretsUnavailable.
 */
class SharedQuestions
{
public:
    struct Entry
    {
        QString id;
        std::optional<ApprovalAnswer> answer{};
        bool isUsed = false; ///< it tells no more of its call, only of what was allowed with it
    };

    SharedQuestions() = default;
    virtual ~SharedQuestions() = default;
    Q_DISABLE_COPY_MOVE(SharedQuestions)

    /** False: another instance has put a question about this very call. */
    [[nodiscard]] virtual Result<bool> put(const QByteArray &fingerprint,
                                           const ApprovalRequest &request) = 0;
    /** Those whose time is not over. */
    [[nodiscard]] virtual Result<QList<Entry>> list() const = 0;
    /** What put() was given, as far as a person sees it. NotFound when it is gone meanwhile. */
    [[nodiscard]] virtual Result<ApprovalRequest> read(const QString &id) const = 0;
    /** False: it is answered already, or gone. */
    [[nodiscard]] virtual Result<bool> answer(const QString &id, ApprovalAnswer answer) = 0;
    /** Lets a call run on its answer: false when another one did. */
    [[nodiscard]] virtual Result<bool> use(const QString &id) = 0;
    /** False: another instance has removed it. */
    [[nodiscard]] virtual Result<bool> remove(const QString &id) = 0;
    /** All that this key has asked, with what was allowed it. */
    virtual void forgetKey(const QString &keyId) = 0;

    /** Somebody who can be asked is here, or is no more. */
    virtual void setPresent(const QString &userId, bool isPresent) = 0;
    /** Whether they are at any instance. */
    [[nodiscard]] virtual Result<bool> isSomebodyThere(const QString &userId) const = 0;
};

} // namespace fairlead::tools
