import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { OpenTo, servingAgencies } from '@concord/access'
import { identityDocument, PERSON_IDS, personId, type PersonId, type PersonIds } from '@concord/identity'
import { Problems } from '@concord/service-kit'

const question = z.strictObject({ document: identityDocument })
const answer = z.object({ person: personId }).meta({ id: 'Person' })

/** The person id of a document. Computed, not looked up: it says nothing about whether anyone knows the person. */
@Controller('registry/v1/persons')
@OpenTo(...servingAgencies)
@ApiTags('registry')
@ApiBearerAuth()
export class IdentifyController {
  constructor(@Inject(PERSON_IDS) private readonly personIds: PersonIds) {}

  @Post('identify')
  @HttpCode(200)
  @ApiOperation({ summary: '由身份证件换取人员标识' })
  @ApiResponse({ status: 200, standardSchema: answer })
  @Problems(400, 401, 403)
  identify(@Body({ schema: question }) { document }: z.infer<typeof question>): { person: PersonId } {
    return { person: this.personIds.of(document) }
  }
}
