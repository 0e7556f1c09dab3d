// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The request guard: the pieces in which bytes arrive change nothing, what it accepts is within the
// limits, and the plain form that QtHttpServer sees is one that the guard itself accepts.
#include "server/http/engine/requestguard.h"
#include "tests/fuzz/finding.h"

#include <algorithm>

using namespace fairlead;
using http::engine::RequestGuard;

namespace {

/** Small, so that short inputs reach them. */
http::Limits smallLimits()
{
    http::Limits limits;
    limits.headBytes = 512;
    limits.headFields = 8;
    limits.targetBytes = 128;
    limits.bodyBytes = 256;
    return limits;
}

void feedInPieces(RequestGuard &guard, QByteArrayView bytes, qsizetype piece)
{
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const auto state = guard.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        if (state == RequestGuard::State::Refused)
            return;
    }
}

void requireSame(const RequestGuard &one, const RequestGuard &other)
{
    fuzz::require(one.state() == other.state(), "the same state for any pieces");
    fuzz::require(one.refusal().status == other.refusal().status, "the same refusal");
    if (one.state() == RequestGuard::State::Refused)
        return;
    fuzz::require(one.head().fields == other.head().fields, "the same fields");
    fuzz::require(one.body() == other.body(), "the same body");
}

void requireWithinLimits(const RequestGuard &guard, const http::Limits &limits)
{
    const auto &head = guard.head();
    fuzz::require(guard.body().size() <= limits.bodyBytes, "a body within the limit");
    fuzz::require(head.fields.size() <= limits.headFields, "fields within the limit");
    fuzz::require(head.path.startsWith('/') && !head.path.contains("//")
                      && !head.path.contains('%'),
                  "a plain path");
    fuzz::require(!head.field("host").isEmpty(), "a host");
    for (const auto &[name, value] : head.fields) {
        fuzz::require(name == name.toLower() && value == value.trimmed(), "fields made plain");
        fuzz::require(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'),
                      "values of one line");
    }
}

void requirePlainFormAccepted(const RequestGuard &guard)
{
    const http::Limits limits;
    RequestGuard second(limits);
    fuzz::require(second.feed(guard.canonicalRequest()) == RequestGuard::State::Complete,
                  "the plain form is accepted");
    fuzz::require(second.head().method == guard.head().method
                      && second.head().path == guard.head().path && second.body() == guard.body(),
                  "the plain form is the same request");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const http::Limits limits = smallLimits();
    QByteArray input = fuzz::inputFrom(data, size);
    const qsizetype piece = 1 + fuzz::takeByte(input) % 32;
    RequestGuard whole(limits);
    whole.feed(input);
    RequestGuard pieces(limits);
    feedInPieces(pieces, input, piece);
    requireSame(whole, pieces);
    if (whole.state() != RequestGuard::State::Complete)
        return 0;
    requireWithinLimits(whole, limits);
    requirePlainFormAccepted(whole);
    whole.reset();
    whole.feed(input);
    requireSame(whole, pieces);
    return 0;
}
