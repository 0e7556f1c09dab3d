// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/multipartform.h"

#include "server/base/ids.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

constexpr qsizetype roomForHeads = 1024;

QByteArray escaped(const QString &name)
{
    return name.toUtf8().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
}

} // namespace

// Too random to occur in any content.
MultipartForm::MultipartForm()
    : m_boundary(newId(u"fairlead-").toLatin1())
{}

void MultipartForm::add(const QString &field, const QByteArray &value)
{
    begin(field, {});
    m_body += "\r\n" + value + "\r\n";
}

void MultipartForm::add(const File &file)
{
    m_body.reserve(m_body.size() + file.content.size() + roomForHeads);
    begin(file.field, "; filename=\"" + escaped(file.name) + '"');
    m_body += "Content-Type: " + file.type + "\r\n\r\n";
    m_body += file.content;
    m_body += "\r\n";
}

void MultipartForm::begin(const QString &field, const QByteArray &more)
{
    m_body += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped(field)
        + '"' + more + "\r\n";
}

QByteArray MultipartForm::takeBody()
{
    m_body += "--" + m_boundary + "--\r\n";
    return std::exchange(m_body, {});
}

QByteArray MultipartForm::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

} // namespace fairlead::net
