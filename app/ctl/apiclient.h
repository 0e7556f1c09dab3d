// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/instance.h"
#include "server/net/httpclient.h"

#include <QJsonObject>

namespace fairlead::ctl {

/** The REST API of the running instance, as its owner or, with --user, as one of its users. */
class ApiClient final
{
public:
    ApiClient(net::HttpClient &http, QString dataFolder, QString user);

    /** One call. The answer's object, or the problem it reported. NotFound with code `no_instance`
     * from find(): see noInstance(). */
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> call(QByteArray method,
                                                        QString path,
                                                        QJsonObject body = {});

    /** The same for an answer of another form than JSON. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> fetch(QString path);

    /** True when the last call failed because no instance is running. */
    [[nodiscard]] bool noInstance() const { return m_noInstance; }
    /** The instance that the last call reached. */
    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] net::HttpClient &http() const { return m_http; }
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }

private:
    [[nodiscard]] QCoro::Task<Result<net::Response>> send(QByteArray method,
                                                          QString path,
                                                          QJsonObject body,
                                                          Secret token);
    /** Finds the instance and, for --user, a management token of that user. Once. */
    [[nodiscard]] QCoro::Task<Result<>> signIn();

    net::HttpClient &m_http;
    QString m_dataFolder;
    QString m_user;
    Instance m_instance;
    Secret m_token;
    bool m_noInstance = false;
};

} // namespace fairlead::ctl
