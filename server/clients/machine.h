// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace fairlead::clients {

enum class Platform { Linux, MacOs, Windows };

/**
 * The computer and person whose clients we look for. Handed in, so that a test looks into a home of
 * its own, and into those of other systems.
 */
struct Machine
{
    Platform platform = Platform::Linux;
    QString home; ///< absolute
    QHash<QString, QString> environment; ///< what clients read: CODEX_HOME, APPDATA, PATH, …

    /** This computer, with the environment of this process. */
    [[nodiscard]] static Machine current();

    /** An environment variable that holds an absolute path; empty when it does not. */
    [[nodiscard]] QString pathVariable(const QString &name) const;
    /** Whether a program of this name is on PATH. */
    [[nodiscard]] bool hasProgram(const QString &name) const;
};

} // namespace fairlead::clients
