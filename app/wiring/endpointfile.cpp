// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/endpointfile.h"

#include "server/base/filewrite.h"
#include "server/base/version.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {

EndpointFile::EndpointFile(QString path)
    : m_path(std::move(path))
{}

EndpointFile::~EndpointFile()
{
    remove();
}

QJsonObject EndpointFile::description(const QByteArray &url)
{
    return {{u"url"_s, QString::fromLatin1(url)},
            {u"pid"_s, QCoreApplication::applicationPid()},
            {u"version"_s, QString::fromLatin1(version)}};
}

Result<> EndpointFile::write(const QByteArray &url)
{
    const auto written =
        durableWrite(m_path, QJsonDocument(description(url)).toJson(QJsonDocument::Compact) + '\n');
    m_written = written.has_value();
    return written;
}

void EndpointFile::remove()
{
    if (m_written)
        QFile::remove(m_path);
    m_written = false;
}

} // namespace fairlead::wiring
