// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace fairlead::tools {

/** What there is now of one thing that a call would change. */
struct ChangedField
{
    /** Which argument of the call says what it will be: "summary", "fields.Story Points". Empty:
     * none, because the call takes it away. */
    QString argument;
    /** Of one without an argument: "Comment 10001 by Ada". With one: of many things that the same
     * argument changes, this: "ABC-1 project". */
    QString name;
    QString before; ///< a text to be shown; empty: nothing is there
};

/** What there is now of all that a call would change. */
struct ChangePreview
{
    QList<ChangedField> fields{};
    QString problem{}; ///< why it could not be read, as a sentence; empty: it could
};

/** Reads it. It changes nothing, asks nobody, and works on behalf of the call's caller alone. */
using ChangePreviewer = std::function<QCoro::Task<Result<QList<ChangedField>>>(ToolCall)>;

/**
 * Reads what a person sees beside what a call would write, for the tools that can tell: within a
 * few seconds and not more than can be looked at. Filled at start; lives as long as the program.
 */
class ChangePreviews final
{
public:
    explicit ChangePreviews(std::chrono::milliseconds longestRead = std::chrono::seconds(5));

    void add(const QString &tool, ChangePreviewer previewer);

    /** Empty for a tool that cannot tell. */
    [[nodiscard]] QCoro::Task<ChangePreview> of(ToolCall call) const;

private:
    std::chrono::milliseconds m_longestRead;
    std::map<QString, ChangePreviewer> m_previewers;
};

/** One line of what a person is asked about. */
struct ApprovalLine
{
    QString field;
    std::optional<QString> before{}; ///< nothing: it is not known, or there is none to know
    std::optional<QString> after{}; ///< nothing: it is taken away

    bool operator==(const ApprovalLine &) const = default;
};

/** Every argument of a call, and what would go away, with what there is now where that is known:
 * what changes first, and a list of things item by item. What is shown as new is what the call
 * says, whatever a preview says. */
[[nodiscard]] QList<ApprovalLine> approvalLines(const QJsonObject &arguments,
                                                const ChangePreview &preview);

} // namespace fairlead::tools
