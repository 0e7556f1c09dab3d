// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/xdgautostart.h"

#include "server/base/filewrite.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace fairlead::platform {
namespace {

constexpr qint64 largestEntry = 65'536;

/** The value of a key in the group [Desktop Entry]. */
QByteArray valueOf(const QByteArray &entry, const QByteArray &key)
{
    bool inGroup = false;
    const auto lines = entry.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray text = line.trimmed();
        if (text.startsWith('['))
            inGroup = text == "[Desktop Entry]";
        const qsizetype equals = text.indexOf('=');
        if (inGroup && equals > 0 && text.first(equals).trimmed() == key)
            return text.sliced(equals + 1).trimmed();
    }
    return {};
}

/** As a value of type string is written: the backslash is its escape. */
QString asValue(const QString &text)
{
    QString value = text;
    return value.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s);
}

} // namespace

AppImage AppImage::fromEnvironment()
{
    return {.file = qEnvironmentVariable("APPIMAGE"), .mount = qEnvironmentVariable("APPDIR")};
}

QString AppImage::startableFor(const QString &program) const
{
    const bool isInside = !mount.isEmpty() && program.startsWith(QDir::cleanPath(mount) + u'/');
    return isInside && QDir::isAbsolutePath(file) ? file : program;
}

XdgAutostart::XdgAutostart(QString folder,
                           const AppImage &appImage,
                           LoginCommand command,
                           QObject *parent)
    : StartAtLogin(parent)
    , m_folder(std::move(folder))
    , m_command(std::move(command))
{
    m_command.program = appImage.startableFor(m_command.program);
    m_lastSeen = isOn();
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &XdgAutostart::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &XdgAutostart::look);
    watch();
}

QString XdgAutostart::path() const
{
    return QDir(m_folder).filePath(m_command.name + u".desktop"_s);
}

bool XdgAutostart::isOn() const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray entry = file.read(largestEntry);
    // The first is the specification's way to switch an entry off, the second GNOME's.
    return valueOf(entry, "Hidden") != "true"
        && valueOf(entry, "X-GNOME-Autostart-enabled") != "false";
}

Result<> XdgAutostart::setOn(bool on)
{
    if (on && !QDir().mkpath(m_folder))
        return failure(ErrorCode::Storage,
                       u"The folder %1 cannot be made, so Fairlead will not start at login. Check "
                       "its permissions."_s.arg(m_folder));
    if (on) {
        if (auto written = durableWrite(path(), entry()); !written)
            return written;
    } else if (QFile file(path()); file.exists() && !file.remove()) {
        return failure(ErrorCode::Storage,
                       u"%1 cannot be removed (%2), so Fairlead still starts at login. Remove it "
                       "by hand."_s.arg(path(), file.errorString()));
    }
    watch();
    look();
    return {};
}

QString XdgAutostart::quoted(const QString &word)
{
    const auto isPlain = [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || u"/._-+:,@="_s.contains(c);
    };
    QString text;
    for (const QChar c : word) {
        if (u"\"`$\\"_s.contains(c))
            text += u'\\';
        text += c;
    }
    text.replace(u'%', u"%%"_s);
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain) ? text
                                                                             : u'"' + text + u'"';
}

QByteArray XdgAutostart::entry() const
{
    QStringList words{quoted(m_command.program)};
    for (const QString &argument : m_command.arguments)
        words.append(quoted(argument));
    // A panel that is not there yet takes no icon, hence the delays that desktops understand.
    const QString text = u"[Desktop Entry]\n"
                         "Type=Application\n"
                         "Name=Fairlead\n"
                         "Comment=Connects AI tools to Jira and Notion\n"
                         "Icon=fairlead\n"
                         "TryExec=%1\n"
                         "Exec=%2\n"
                         "Terminal=false\n"
                         "StartupNotify=false\n"
                         "X-GNOME-Autostart-enabled=true\n"
                         "X-GNOME-Autostart-Delay=2\n"
                         "X-KDE-autostart-after=panel\n"
                         "X-LXQt-Need-Tray=true\n"_s;
    return text.arg(asValue(m_command.program), asValue(words.join(u' '))).toUtf8();
}

void XdgAutostart::watch()
{
    // Whoever replaces the file ends the watch on the old one; the folder tells of the new one.
    for (const QString &watched : {m_folder, path()}) {
        const QStringList known = m_watcher.files() + m_watcher.directories();
        if (!known.contains(watched) && QFile::exists(watched))
            m_watcher.addPath(watched);
    }
}

void XdgAutostart::look()
{
    watch();
    const bool on = isOn();
    if (std::exchange(m_lastSeen, on) != on)
        Q_EMIT changed();
}

} // namespace fairlead::platform
