// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead::net {

/** The body of a multipart/form-data request, written as browsers write it (WHATWG's form
 * algorithm): in the names of fields and files, quotes and line ends are %22, %0D and %0A. */
class MultipartForm final
{
public:
    MultipartForm();

    struct File
    {
        QString field;
        QString name;
        QByteArray type = "application/octet-stream"; ///< a media type; plain ASCII
        QByteArray content{};
    };

    void add(const QString &field, const QByteArray &value);
    void add(const File &file);

    /** What goes out; nothing is added from here on. */
    [[nodiscard]] QByteArray takeBody();
    /** For the request's Content-Type, with the boundary. */
    [[nodiscard]] QByteArray contentType() const;

private:
    void begin(const QString &field, const QByteArray &more);

    QByteArray m_boundary;
    QByteArray m_body;
};

} // namespace fairlead::net
