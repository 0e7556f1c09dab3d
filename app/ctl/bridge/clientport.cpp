// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/clientport.h"

#include "server/base/text.h"

#include <cstdio>

namespace fairlead::ctl {
namespace {

constexpr qsizetype longestSentence = 1000;

} // namespace

ClientPort::ClientPort(StdioChannel &channel)
    : m_channel(channel)
{}

QCoro::Task<bool> ClientPort::room()
{
    return m_channel.roomToSend();
}

void ClientPort::deliver(const QByteArray &message)
{
    m_channel.send(m_questions.toClient(message));
}

void ClientPort::tell(const QString &sentence)
{
    if (std::exchange(m_told, sentence) == sentence)
        return;
    std::fputs(
        ("fairleadctl: " + cleanedLine(sentence, longestSentence).toUtf8() + '\n').constData(),
        stderr);
}

void ClientPort::refuse(const QByteArray &id, BridgeCode code, const QString &message)
{
    m_channel.send(errorLine(id, code, message));
}

void ClientPort::refuse(const RpcLine &line, BridgeCode code, const QString &message)
{
    for (const QByteArray &id : line.requestIds)
        refuse(id, code, message);
}

void ClientPort::startOver(const QString &why)
{
    const QByteArrayList withdrawals = m_questions.startOver(why);
    for (const QByteArray &withdrawal : withdrawals)
        m_channel.send(withdrawal);
}

QByteArray ClientPort::answerForFairlead(const RpcLine &answer)
{
    return m_questions.toFairlead(answer);
}

} // namespace fairlead::ctl
