// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"

#include <QRandomGenerator>

#include <memory>
#include <openssl/evp.h>

namespace fairlead {
namespace {

/** Looked up once: SHA256() does that anew for each hash, which costs as much as a short one. */
const EVP_MD *sha256()
{
    using Digest = std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)>;
    static const Digest digest(EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    return digest.get();
}

} // namespace

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
    QByteArray hash(EVP_MD_get_size(sha256()), Qt::Uninitialized);
    if (EVP_Digest(bytes.data(),
                   static_cast<size_t>(bytes.size()),
                   reinterpret_cast<unsigned char *>(hash.data()),
                   nullptr,
                   sha256(),
                   nullptr)
        != 1)
        qFatal("The cryptography library has no SHA-256.");
    return hash.toHex();
}

} // namespace fairlead
