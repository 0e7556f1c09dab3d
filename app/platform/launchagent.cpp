// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/launchagent.h"

#include "server/base/filewrite.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamWriter>

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::platform {

LaunchAgent::LaunchAgent(QString folder, LoginCommand command, QObject *parent)
    : StartAtLogin(parent)
    , m_folder(std::move(folder))
    , m_command(std::move(command))
    , m_lastSeen(LaunchAgent::isOn())
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LaunchAgent::look);
    watch();
}

QString LaunchAgent::label() const
{
    return u"io.github.fairlead."_s + m_command.name;
}

QString LaunchAgent::path() const
{
    return QDir(m_folder).filePath(label() + u".plist"_s);
}

bool LaunchAgent::isOn() const
{
    return QFile::exists(path());
}

Result<> LaunchAgent::setOn(bool on)
{
    if (on && !QDir().mkpath(m_folder))
        return failure(ErrorCode::Storage,
                       u"The folder %1 cannot be made, so Fairlead will not start at login. Check "
                       "its permissions."_s.arg(m_folder));
    if (on) {
        if (auto written = durableWrite(path(), propertyList()); !written)
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

void LaunchAgent::watch()
{
    // The folder tells of every file that comes and goes.
    if (m_watcher.directories().isEmpty() && QFile::exists(m_folder))
        m_watcher.addPath(m_folder);
}

void LaunchAgent::look()
{
    const bool on = isOn();
    if (std::exchange(m_lastSeen, on) != on)
        Q_EMIT changed();
}

QByteArray LaunchAgent::propertyList() const
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDTD(u"<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                 "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"_s);
    xml.writeStartElement(u"plist"_s);
    xml.writeAttribute(u"version"_s, u"1.0"_s);
    xml.writeStartElement(u"dict"_s);
    xml.writeTextElement(u"key"_s, u"Label"_s);
    xml.writeTextElement(u"string"_s, label());
    xml.writeTextElement(u"key"_s, u"ProgramArguments"_s);
    xml.writeStartElement(u"array"_s);
    xml.writeTextElement(u"string"_s, m_command.program);
    for (const QString &argument : m_command.arguments)
        xml.writeTextElement(u"string"_s, argument);
    xml.writeEndElement();
    xml.writeTextElement(u"key"_s, u"RunAtLoad"_s);
    xml.writeEmptyElement(u"true"_s);
    // The system's list of login items then shows the application's name and icon.
    xml.writeTextElement(u"key"_s, u"AssociatedBundleIdentifiers"_s);
    xml.writeTextElement(u"string"_s, u"io.github.fairlead"_s);
    xml.writeTextElement(u"key"_s, u"ProcessType"_s);
    xml.writeTextElement(u"string"_s, u"Interactive"_s);
    xml.writeEndDocument();
    return text;
}

} // namespace fairlead::platform
