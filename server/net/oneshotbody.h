// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace fairlead::net {

/**
 * A request body that can be read once only. QNetworkAccessManager silently sends a request again
 * when the server closes the connection before answering, writes included; it cannot with a body
 * that does not rewind.
 */
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    OneShotBody(QByteArray bytes, QObject *parent);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    bool seek(qint64 position) override; ///< refuses, without QIODevice's warning

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace fairlead::net
