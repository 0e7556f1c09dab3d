// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/publisher.h"
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QTemporaryDir>

namespace fairlead::tests {

/** A publisher with an approved folder, over the real HTTP client against the sandbox's Northwind.
 */
class PublishingWorld
{
public:
    /** `indexDelay`: how long the publisher looks for an issue whose answer was lost. */
    explicit PublishingWorld(std::chrono::milliseconds indexDelay = std::chrono::milliseconds(0));

    /** Writes a file into the folder; its path. */
    QString write(const QString &name, const QByteArray &content);
    [[nodiscard]] QString path(const QString &name) const;

    /** A request for that file, to project WEB. */
    [[nodiscard]] publishing::PublishRequest request(const QString &name) const;
    [[nodiscard]] Result<publishing::PublishOutcome> publish(
        const publishing::PublishRequest &request);
    /** The same for what must succeed. */
    publishing::PublishOutcome published(const publishing::PublishRequest &request);
    /** An error's message; empty when it succeeded. */
    QString refusal(const publishing::PublishRequest &request);
    [[nodiscard]] QList<publishing::PublishedFile> list();

    [[nodiscard]] const sandbox::JiraIssue *issue(const QString &key);
    /** The issue's description as Markdown. */
    [[nodiscard]] QString description(const QString &key);
    [[nodiscard]] qsizetype countOfIssues();
    /** The answers to these requests are lost, once, after the service did what they say. */
    void loseAnswer(const QByteArray &method, const QString &path);

    SiteTester site;

private:
    QTemporaryDir m_folder;

public:
    publishing::Publications publications;
    publishing::Publisher publisher;
};

} // namespace fairlead::tests
