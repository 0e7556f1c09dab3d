// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"

#include <QRandomGenerator>

#include <openssl/sha.h>

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
    // Not Qt's own, which knows nothing of the processor's instructions for it.
    QByteArray hash(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char *>(bytes.data()),
           static_cast<size_t>(bytes.size()),
           reinterpret_cast<unsigned char *>(hash.data()));
    return hash.toHex();
}

} // namespace fairlead
