// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/envelopescanner.h"

namespace fairlead::ctl {
namespace {

constexpr qsizetype longestKey = 16;
constexpr qsizetype longestId = 2048;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

void EnvelopeScanner::feed(QByteArrayView bytes)
{
    for (const char c : bytes) {
        const bool wasInId = m_inId;
        if (m_inString)
            readString(c);
        else
            readStructure(c);
        if (wasInId && m_inId && (m_idStart >= 0 || !isSpace(c)) && m_id.size() < longestId) {
            if (m_idStart < 0)
                m_idStart = m_at;
            m_id += c;
        }
        ++m_at;
    }
}

QByteArray EnvelopeScanner::id() const
{
    const QByteArray id = m_id.trimmed();
    // An object or an array is no id, and a longer one than we keep cannot be repeated.
    const bool isScalar = !id.startsWith('{') && !id.startsWith('[');
    return isScalar && m_id.size() < longestId ? id : QByteArray();
}

void EnvelopeScanner::readString(char c)
{
    const bool isKey = m_depth == 1 && m_part == Part::Key;
    if (isKey && m_key.size() < longestKey && (c != '"' || m_escaped))
        m_key += c;
    if (m_escaped) {
        m_escaped = false;
    } else if (c == '\\') {
        m_escaped = true;
    } else if (c == '"') {
        m_inString = false;
        if (isKey)
            endKey();
    }
}

void EnvelopeScanner::endKey()
{
    m_hasMethod = m_hasMethod || m_key == "method";
}

void EnvelopeScanner::readStructure(char c)
{
    switch (c) {
    case '"':
        m_inString = true;
        if (m_depth == 1 && m_part == Part::Key)
            m_key.clear();
        break;
    case '{':
    case '[':
        ++m_depth;
        if (m_depth == 1)
            m_part = c == '{' ? Part::Key : Part::Value;
        break;
    case '}':
    case ']':
        if (m_depth == 1)
            m_inId = false;
        --m_depth;
        break;
    case ',':
        if (m_depth == 1) {
            m_inId = false;
            m_part = Part::Key;
        }
        break;
    default:
        break;
    }
    if (c == ':' && m_depth == 1 && m_part == Part::Key) {
        m_part = Part::Value;
        m_inId = m_key == "id" && m_id.isEmpty();
    }
}

} // namespace fairlead::ctl
