// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/publisher.h"
#include "server/publishing/sourcefile.h"

namespace fairlead::publishing {

/** Files on their way to the issue of a publication, which has them as its own already. */
struct Publisher::Attaching
{
    DeskPointer desk;
    Publication publication;
    QList<AttachedSource> sources{}; ///< contents that are read already
    bool isFirstTry = false; ///< none was sent before, so that none has to be looked for
    QList<Attachment> there{}; ///< what hangs on the issue, where it was looked at
};

/** One file on its way; nobody else publishes it as long as this is there. */
struct Publisher::Job
{
    Job(QSet<QString> &all, PublishRequest wanted, SourceFile source)
        : underWay(all)
        , key(wanted.caller.userId + u'\n' + source.path)
        , request(std::move(wanted))
        , file(std::move(source))
    {
        underWay.insert(key);
    }
    ~Job() { underWay.remove(key); }
    Q_DISABLE_COPY_MOVE(Job)

    [[nodiscard]] QString summary() const
    {
        return request.summary.isEmpty() ? file.summary : request.summary;
    }
    /** Its pictures and, where wished, itself on their way to that issue. */
    [[nodiscard]] AttachingPointer attaching(const Publication &publication, bool isFirstTry) const
    {
        return std::make_shared<Attaching>(Attaching{.desk = desk,
                                                     .publication = publication,
                                                     .sources = text.attachments,
                                                     .isFirstTry = isFirstTry});
    }
    [[nodiscard]] IssueDraft draft() const
    {
        return {.project = request.project,
                .type = request.type,
                .summary = summary(),
                .description = text.description,
                .parent = request.parent,
                .fields = request.fields};
    }

    QSet<QString> &underWay;
    QString key;
    PublishRequest request;
    SourceFile file;
    DeskPointer desk;
    PublishedText text;
    QString foundKey; ///< of an issue that an earlier attempt made, and nothing else
};

} // namespace fairlead::publishing
