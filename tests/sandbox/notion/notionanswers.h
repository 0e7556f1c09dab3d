// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"
#include "tests/sandbox/notion/notionmodel.h"

/** The forms of Notion's answers. */
namespace fairlead::sandbox {

/** A found object, with the request id that every answer of Notion carries. */
[[nodiscard]] Response notionOk(QJsonObject object);

[[nodiscard]] Response notionError(int status,
                                   const QString &code,
                                   const QString &message,
                                   const QJsonObject &additionalData = {});

/** 400 validation_error; "body.…" gets the words "body failed validation" before it. */
[[nodiscard]] Response notionInvalid(const QString &message);

/** 404; the same for what does not exist and for what is not shared. */
[[nodiscard]] Response notionNotFound(const QString &kind,
                                      const QString &id,
                                      const NotionConnection &caller);

/** 501: the real Notion has it. */
[[nodiscard]] Response notionNotServed(const QString &what);

/** "body.x should be …, instead was `…`." */
[[nodiscard]] QString notionComplaint(const QString &path,
                                      const QString &expected,
                                      const QJsonValue &actual);

/** A complaint about the first member that is not one of those; empty when all are known. */
[[nodiscard]] QString notionUnknownMember(const QJsonObject &object,
                                          const QStringList &known,
                                          const QString &path);

/** What is wrong with a Notion-Version header; empty when it is the version served here. */
[[nodiscard]] QString notionVersionComplaint(const QByteArray &sent);

/** A UUID with its dashes, whether it was sent with or without; empty for anything else. */
[[nodiscard]] QString notionId(const QString &text);

/** A Notion time: UTC, in the form of milliseconds but cut to the minute, as Notion does. */
[[nodiscard]] QString notionTime(const QDateTime &time);

} // namespace fairlead::sandbox
