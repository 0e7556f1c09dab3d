// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QCommandLineParser>
#include <QStringList>

namespace fairlead::ctl {

/**
 * The options and positional arguments of one command. InvalidInput with a sentence for an option
 * that the command does not have, or for a wrong number of positional arguments.
 */
class Arguments final
{
public:
    /** `options`: "name=" takes a value, "name" does not. */
    [[nodiscard]] static Result<Arguments> parse(const QStringList &arguments,
                                                 const QStringList &options,
                                                 qsizetype leastPositional,
                                                 qsizetype mostPositional);

    [[nodiscard]] bool isSet(const QString &option) const { return m_values.contains(option); }
    [[nodiscard]] QString value(const QString &option) const
    {
        return m_values.value(option).value(0);
    }
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }
    [[nodiscard]] QString positional(qsizetype index) const { return m_positional.value(index); }
    [[nodiscard]] const QStringList &positionals() const { return m_positional; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
};

/** The first line of standard input; from a terminal after a prompt and without echo. InvalidInput
 * when it is empty. */
[[nodiscard]] Result<Secret> readSecret(const QString &what);

/** All of standard input, at most 4 MiB. */
[[nodiscard]] QByteArray readInput();

/** "90d", "12h", "30m", "45s" in seconds. */
[[nodiscard]] Result<qint64> parseDuration(const QString &text);

} // namespace fairlead::ctl
