// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>
#include <QString>

namespace fairlead::wiring {

/**
 * DATA_DIR/endpoint.json: tells fairleadctl where this instance serves. Owner-only, written
 * atomically, removed at exit.
 */
class EndpointFile final
{
public:
    explicit EndpointFile(QString path);
    ~EndpointFile();
    Q_DISABLE_COPY_MOVE(EndpointFile)

    /** {"url","pid","version"}: what the file says and what --print-ready prints. */
    [[nodiscard]] static QJsonObject description(const QByteArray &url);

    [[nodiscard]] Result<> write(const QByteArray &url);
    void remove();

private:
    QString m_path;
    bool m_written = false;
};

} // namespace fairlead::wiring
