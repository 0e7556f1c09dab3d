// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/runkey.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace fairlead::platform {

RunKey::RunKey(const QString &location,
               QSettings::Format format,
               LoginCommand command,
               QObject *parent)
    : StartAtLogin(parent)
    , m_registry(location, format)
    , m_command(std::move(command))
{}

QString RunKey::ofThisUser()
{
    return u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s;
}

bool RunKey::isOn() const
{
    return m_registry.contains(m_command.name);
}

Result<> RunKey::setOn(bool on)
{
    const bool before = isOn();
    if (on)
        m_registry.setValue(m_command.name, commandLine());
    else
        m_registry.remove(m_command.name);
    m_registry.sync();
    if (m_registry.status() != QSettings::NoError)
        return failure(
            ErrorCode::Storage,
            u"The registry key %1 cannot be written, so nothing has changed. Ask whoever "
            "manages this computer."_s.arg(m_registry.fileName()));
    if (before != on)
        Q_EMIT changed();
    return {};
}

QString RunKey::quoted(const QString &word)
{
    if (!word.isEmpty() && !word.contains(u' ') && !word.contains(u'\t') && !word.contains(u'"'))
        return word;
    QString text;
    qsizetype backslashes = 0;
    for (const QChar c : word) {
        // Backslashes are doubled only where a quotation mark follows them.
        if (c == u'"')
            text += QString(backslashes + 1, u'\\');
        backslashes = c == u'\\' ? backslashes + 1 : 0;
        text += c;
    }
    return u'"' + text + QString(backslashes, u'\\') + u'"';
}

QString RunKey::commandLine() const
{
    QStringList words{quoted(QDir::toNativeSeparators(m_command.program))};
    for (const QString &argument : m_command.arguments)
        words.append(quoted(argument));
    return words.join(u' ');
}

} // namespace fairlead::platform
