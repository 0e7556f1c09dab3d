// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/publishingfolder.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

PublishingFolder::PublishingFolder(UiWorld &world)
    : m_world(world)
{
    m_world.fakeJira.connection = m_world.addConnection(m_world.anna, u"company.atlassian.net"_s);
    if (const auto added = m_world.folders.add(m_folder.path()); !added)
        qFatal("%s", qPrintable(added.error().message));
}

QString PublishingFolder::path(const QString &name) const
{
    return QDir(m_folder.path()).canonicalPath() + u'/' + name;
}

QString PublishingFolder::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test's file cannot be written.");
    return path(name);
}

QString PublishingFolder::publish(const QString &name)
{
    publishing::PublishRequest request;
    request.caller.userId = m_world.anna;
    request.path = path(name);
    request.project = u"WEB"_s;
    return QCoro::waitFor(m_world.publisher->publish(request)).value().publication.issueKey;
}

} // namespace fairlead::ui
