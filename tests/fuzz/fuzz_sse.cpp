// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writer of event streams, read back by the parser of server/net: one event goes in, and the
// same one comes out, whatever bytes it holds and in whatever pieces they arrive.
#include "server/http/sseformat.h"
#include "server/net/eventstreamparser.h"
#include "tests/fuzz/finding.h"

#include <algorithm>

using namespace fairlead;

namespace {

/** The text up to its first line break or NUL. */
QByteArray firstLine(const QByteArray &text)
{
    const auto end = std::find_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
    return text.first(end - text.begin());
}

QList<net::StreamEvent> readInPieces(const QByteArray &stream, qsizetype piece)
{
    net::EventStreamParser parser;
    QList<net::StreamEvent> events;
    for (qsizetype at = 0; at < stream.size(); at += piece)
        events += parser.feed(stream.sliced(at, std::min(piece, stream.size() - at)));
    fuzz::require(parser.pendingBytes() == 0, "nothing is left over");
    return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray input = fuzz::inputFrom(data, size);
    const qsizetype piece = 1 + fuzz::takeByte(input) % 16;
    const qsizetype nameSize = std::min<qsizetype>(fuzz::takeByte(input) % 32, input.size());
    const QByteArray name = input.first(nameSize);
    input = input.sliced(nameSize);
    const qsizetype idSize = std::min<qsizetype>(fuzz::takeByte(input) % 32, input.size());
    const QByteArray id = input.first(idSize);
    const QByteArray text = input.sliced(idSize);

    const auto events = readInPieces(http::formatHeartbeat() + http::formatEvent(text, name, id)
                                         + http::formatHeartbeat(),
                                     piece);
    fuzz::require(events.size() == 1, "one event");
    QByteArray lines = text;
    lines.replace("\r\n", "\n").replace('\r', '\n');
    fuzz::require(events.first().data == lines, "the same data");
    const QByteArray wantedName = firstLine(name).isEmpty() ? "message" : firstLine(name);
    fuzz::require(events.first().name == wantedName, "the same name");
    fuzz::require(events.first().id == firstLine(id), "the same id");
    return 0;
}
