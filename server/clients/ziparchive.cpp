// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/ziparchive.h"

#include <QtEndian>

namespace fairlead::clients {
namespace {

constexpr quint32 localHeader = 0x04034b50;
constexpr quint32 centralHeader = 0x02014b50;
constexpr quint32 endOfDirectory = 0x06054b50;
constexpr quint16 versionNeeded = 20;
constexpr quint16 namesInUtf8 = 0x0800;
// The first day that a ZIP file can tell: 1 January 1980.
constexpr quint16 firstDay = (1 << 5) | 1;
constexpr quint16 madeOnUnix = (3 << 8) | versionNeeded;
constexpr quint32 plainFile = 0100644U << 16;

template<typename Number>
void append(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

quint32 crc32(const QByteArray &bytes)
{
    constexpr quint32 polynomial = 0xEDB88320;
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? polynomial : 0U);
    }
    return ~crc;
}

/** What a file's own header and the directory say alike, from the needed version on. */
QByteArray description(const ZipEntry &entry)
{
    const auto size = static_cast<quint32>(entry.bytes.size());
    QByteArray bytes;
    append(bytes, versionNeeded);
    append(bytes, namesInUtf8);
    append(bytes, quint16(0)); // stored as it is
    append(bytes, quint16(0)); // midnight
    append(bytes, firstDay);
    append(bytes, crc32(entry.bytes));
    append(bytes, size);
    append(bytes, size);
    append(bytes, static_cast<quint16>(entry.name.size()));
    append(bytes, quint16(0)); // nothing extra
    return bytes;
}

} // namespace

QByteArray zipArchive(const QList<ZipEntry> &entries)
{
    QByteArray files;
    QByteArray directory;
    for (const ZipEntry &entry : entries) {
        const QByteArray described = description(entry);
        append(directory, centralHeader);
        append(directory, madeOnUnix);
        directory += described;
        append(directory, quint16(0)); // no comment
        append(directory, quint16(0)); // the first disk
        append(directory, quint16(0)); // no text file
        append(directory, plainFile);
        append(directory, static_cast<quint32>(files.size()));
        directory += entry.name;
        append(files, localHeader);
        files += described + entry.name + entry.bytes;
    }
    QByteArray end;
    append(end, endOfDirectory);
    append(end, quint32(0)); // one disk only
    append(end, static_cast<quint16>(entries.size()));
    append(end, static_cast<quint16>(entries.size()));
    append(end, static_cast<quint32>(directory.size()));
    append(end, static_cast<quint32>(files.size()));
    append(end, quint16(0)); // no comment
    return files + directory + end;
}

} // namespace fairlead::clients
