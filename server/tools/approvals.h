// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/tools/changepreviews.h"
#include "server/tools/sharedquestions.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace fairlead::tools {

/** One call that a person has to say yes or no to. */
struct ApprovalRequest
{
    QString id{}; ///< "apr_…"
    Caller caller{};
    ToolDefinition tool{};
    QJsonObject arguments{};
    ChangePreview change{}; ///< what there is now, beside the arguments
    QDateTime askedAt{};
    QDateTime endsAt{}; ///< then it counts as refused
};

/** What a person says to it. */
enum class ApprovalAnswer {
    Once, ///< this call, with these arguments
    Session, ///< this tool of this client, until its key ends or Fairlead does
    Always, ///< this tool of this key, from now on
    Deny,
};

/** "once", "session", "always", "deny". */
[[nodiscard]] QLatin1StringView answerName(ApprovalAnswer answer);
[[nodiscard]] std::optional<ApprovalAnswer> answerFromName(QStringView name);

/**
 * The questions that wait for a person, of all users. An answer counts for the very call that was
 * shown, told by the key, the tool and every argument: a caller that gave up meanwhile gets it when
 * it makes the same call again before the question ends. Where several instances share them, all of
 * this holds across them. Lives as long as the program.
 */
class Approvals final : public QObject
{
    Q_OBJECT

public:
    /** How a call stands that has to be asked for. */
    enum class Standing { Approved, Denied, Unanswered, NobodyThere, TooMany };

    explicit Approvals(const Clock &clock, QObject *parent = nullptr);
    ~Approvals() override;
    Q_DISABLE_COPY_MOVE(Approvals)

    /** From now on other instances see the questions and answer them, too; before the first. Null:
     * this one is alone again. */
    void share(SharedQuestions *shared) { m_shared = shared; }
    /** Takes in what other instances have asked and answered; what is known stays where that cannot
     * be read. */
    Result<> refresh();

    /** Somebody who can be asked is there, for as long as it lives: a window, or a terminal that
     * waits for questions. */
    class Presence
    {
    public:
        Presence(Approvals &approvals, QString userId);
        ~Presence();
        Q_DISABLE_COPY_MOVE(Presence)

    private:
        QPointer<Approvals> m_approvals;
        QString m_userId;
    };
    [[nodiscard]] bool isSomebodyThere(const QString &userId) const;

    /** Whether this very call was asked about and nobody has used the answer yet. */
    [[nodiscard]] bool isKnown(const ToolCall &call) const;
    /** Puts the question, if it is not known, and does not wait: Unanswered or Approved and Denied
     * as far as the answer is there, else why it cannot be put. `change` is shown with it. Errors
     * are those of SharedQuestions. */
    [[nodiscard]] Result<Standing> put(const ToolDefinition &tool,
                                       const ToolCall &call,
                                       const ChangePreview &change = {});
    /** The same, and waits for the answer a while. */
    [[nodiscard]] QCoro::Task<Result<Standing>> ask(ToolDefinition tool, ToolCall call);
    /** Whether this client may use this tool until its key or Fairlead ends. */
    [[nodiscard]] bool isGranted(const Caller &caller, const QString &tool) const;

    /** What waits for this user, oldest first. */
    [[nodiscard]] QList<ApprovalRequest> pending(const QString &userId) const;
    /** NotFound for a question that is another's, or that is answered or over. */
    [[nodiscard]] Result<ApprovalRequest> answer(const QString &userId,
                                                 const QString &id,
                                                 ApprovalAnswer answer);
    /** Forgets what was granted to this key, and what it asks. */
    void forgetKey(const QString &keyId);

Q_SIGNALS:
    /** Here: what was asked or answered at another instance is told by changed() alone. */
    void asked(const fairlead::tools::ApprovalRequest &request);
    /** By an answer, or because its time is over (Deny, `isLate`). */
    void settled(const fairlead::tools::ApprovalRequest &request,
                 fairlead::tools::ApprovalAnswer answer,
                 bool isLate);
    /** pending() is another one now. */
    void changed();

private:
    struct Question;
    using QuestionPointer = std::shared_ptr<Question>;

    [[nodiscard]] QuestionPointer find(const ToolCall &call) const;
    [[nodiscard]] Result<QuestionPointer> newQuestion(const ToolDefinition &tool,
                                                      const ToolCall &call,
                                                      const ChangePreview &change);
    /** Whether that was news. */
    [[nodiscard]] bool takeIn(const SharedQuestions::Entry &entry);
    void drop(const QuestionPointer &question);
    void note(const QuestionPointer &question, ApprovalAnswer answer);
    [[nodiscard]] bool use(const QuestionPointer &question);
    void endOld();
    void settleAll(const std::function<bool(const ApprovalRequest &)> &isOver);
    void watchEnds();

    const Clock &m_clock;
    SharedQuestions *m_shared = nullptr; ///< null: this instance is alone
    QHash<QString, int> m_present; ///< by user
    std::map<QByteArray, QuestionPointer> m_questions; ///< by what they are about
    QHash<QByteArray, QString> m_grants; ///< by key, client and tool: the question's id
    QTimer m_endTimer;
};

} // namespace fairlead::tools
