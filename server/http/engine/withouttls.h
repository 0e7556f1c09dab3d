// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace fairlead::http::engine {

/**
 * While one exists, Qt finds no plugins, and so not those for TLS: QAbstractHttpServer loads them
 * as soon as it is made, a MiB that a server on loopback never uses. Whoever needs one of them
 * later gets it then.
 */
class WithoutTls
{
public:
    WithoutTls()
        : m_paths(QCoreApplication::libraryPaths())
    {
        QCoreApplication::setLibraryPaths({});
    }
    ~WithoutTls() { QCoreApplication::setLibraryPaths(m_paths); }
    Q_DISABLE_COPY_MOVE(WithoutTls)

private:
    QStringList m_paths;
};

} // namespace fairlead::http::engine
