// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/trustedcertificates.h"

#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace fairlead::net {
namespace {

Q_LOGGING_CATEGORY(lcNet, "fairlead.server.net")

} // namespace

QByteArray certificatesWith(const QString &extraCaFile)
{
    if (extraCaFile.isEmpty())
        return {};
    const QList<QSslCertificate> extra = QSslCertificate::fromPath(extraCaFile);
    if (extra.isEmpty())
        qCWarning(lcNet) << "No certificate found in the extra CA file" << extraCaFile;
    QByteArray all;
    const QList<QSslCertificate> certificates = QSslConfiguration::systemCaCertificates() + extra;
    for (const QSslCertificate &certificate : certificates)
        all += certificate.toPem();
    return all;
}

} // namespace fairlead::net
