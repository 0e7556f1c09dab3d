// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace fairlead {

QByteArray randomBytes(qsizetype count)
{
    constexpr qsizetype wordSize = sizeof(quint32);
    QByteArray words((count + wordSize - 1) / wordSize * wordSize, Qt::Uninitialized);
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(words.data()),
                                         reinterpret_cast<quint32 *>(words.data() + words.size()));
    words.truncate(count);
    return words;
}

QString newId(QStringView prefix)
{
    constexpr qsizetype idBytes = 16;
    return prefix.toString() + QString::fromLatin1(randomBytes(idBytes).toHex());
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex();
}

} // namespace fairlead
